import { createHash } from 'node:crypto';
import { seeds } from '@godwit/migrations/seeds';
import { databaseTest } from '@godwit/testing/database-test';
import { insertRows } from './systems.ts';

/** What the backfills of shelf read and write. */
const TABLES = ['shelf.users', 'shelf.books', 'shelf.user_books', 'shelf.multi_dimensional_ratings'] as const;

const ROWS = TABLES.map((table) => ({ table, rows: seeds.shelf[table] }));

/** `test` with a database of its own at the head of our history, with the seed rows of shelf but for fingerprints. */
export const test = databaseTest({
  project: import.meta.dirname,
  seed: {
    key: createHash('sha256').update(JSON.stringify(ROWS)).digest('hex'),
    load: async (client) => {
      for (const { table, rows } of ROWS) await insertRows(client, table, rows);
    },
  },
});
