import { fileURLToPath } from 'node:url';
import { assertSound, readHistory } from '@godwit/history';
import { type Client, quoteIdentifier } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { test as base } from 'vitest';
import { seedDatabase } from '../seed-database.ts';

const migrations = fileURLToPath(new URL('../../../../../migrations', import.meta.url));

/**
 * `test` with databases at the head of our history:
 * - `client` is connected to one of the test's own, without rows
 * - `seeded` is connected to one with all seed rows, shared by the tests of a file: for reading
 */
export const test = base.extend<{ $file: { head: string; seeded: Client }; $test: { client: Client } }>({
  head: [
    async ({}, use) => {
      await withDatabase(async ({ client, settings }) => {
        await applyHistory(client);
        // A database that somebody is connected to cannot be a template.
        await client.end();
        await use(settings.database);
      });
    },
    { scope: 'file' },
  ],
  seeded: [
    async ({ head }, use) => {
      await withDatabase(copyOf(head), async ({ client }) => {
        await seedDatabase({ client, mode: 'load', isProduction: false });
        await use(client);
      });
    },
    { scope: 'file' },
  ],
  client: async ({ head }, use) => {
    await withDatabase(copyOf(head), ({ client }) => use(client));
  },
});

function copyOf(database: string): { createOptions: string } {
  return { createOptions: `template ${quoteIdentifier(database)}` };
}

async function applyHistory(client: Client): Promise<void> {
  const history = await readHistory(migrations);
  assertSound(history);
  for (const { body, transactional } of history.revisions) {
    if (transactional) await client.query('begin');
    await client.query(body);
    if (transactional) await client.query('commit');
  }
}
