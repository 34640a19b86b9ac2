import { fileURLToPath } from 'node:url';
import { assertSound, headOf, readHistory } from '@godwit/history';
import { execute, plan, readLedger } from '@godwit/migrator';
import { type Client, quoteIdentifier } from '@godwit/postgres';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { test as base } from 'vitest';
import { seedDatabase } from '../seed-database.ts';

const migrations = fileURLToPath(new URL('../../../../../migrations', import.meta.url));

/**
 * `test` with databases at the head of our history:
 * - `database` is one of the test's own, without rows; `client` is connected to it
 * - `seeded` is connected to one with all seed rows, shared by the tests of a file: for reading
 */
export const test = base.extend<{ $file: { head: string; seeded: Client }; $test: { database: TestDatabase; client: Client } }>({
  head: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
    async ({}, use) => {
      await withDatabase(async (database) => {
        await upgrade(database);
        // A database that somebody is connected to cannot be a template.
        await database.client.end();
        await use(database.settings.database);
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
  database: async ({ head }, use) => {
    await withDatabase(copyOf(head), use);
  },
  client: async ({ database }, use) => {
    await use(database.client);
  },
});

function copyOf(database: string): { createOptions: string } {
  return { createOptions: `template ${quoteIdentifier(database)}` };
}

async function upgrade({ client, connect, settings }: TestDatabase): Promise<void> {
  const history = await readHistory(migrations);
  assertSound(history);
  const head = headOf(history);
  if (head === null) throw new Error('There are no migrations');
  const target = { kind: 'revision', revision: head } as const;
  await execute({
    plan: plan({ history, ledger: await readLedger(client), direction: 'up', target }),
    client,
    connect,
    settings: {
      placeholders: { ':DATABASE_NAME': settings.database, ':DATABASE_OWNER': settings.user },
      pgSettings: {},
      actor: { osUser: null, host: null, godwitVersion: null },
    },
  });
}
