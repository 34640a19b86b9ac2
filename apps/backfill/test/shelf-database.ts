import { seeds } from '@godwit/migrations/seeds';
import { type Client, quoteIdentifier } from '@godwit/postgres';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { test as base } from 'vitest';
import { insertRows, upgrade } from './systems.ts';

/** What the backfills of shelf read and write. */
const TABLES = ['shelf.users', 'shelf.books', 'shelf.user_books', 'shelf.multi_dimensional_ratings'] as const;

/** `test` with a database of its own at the head of our history, with the seed rows of shelf but for fingerprints. */
export const test = base.extend<{ $file: { template: string }; $test: { database: TestDatabase; client: Client } }>({
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
    async ({}, use) => {
      await withDatabase(async (database) => {
        await upgrade(database);
        for (const table of TABLES) await insertRows(database.client, table, seeds.shelf[table]);
        // A database that somebody is connected to cannot be a template.
        await database.client.end();
        await use(database.settings.database);
      });
    },
    { scope: 'file' },
  ],
  database: async ({ template }, use) => {
    await withDatabase({ createOptions: `template ${quoteIdentifier(template)}` }, use);
  },
  client: async ({ database }, use) => {
    await use(database.client);
  },
});
