import type { Client } from '@godwit/postgres';
import { test as base, type TestAPI } from 'vitest';
import { DatabaseSource } from '../database/database-source.ts';
import type { DatabaseOptions } from '../database/migrated-recipe.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { type TestServer, testServer } from '../server/test-server.ts';
import { inWords } from './in-words.ts';

export type { DatabaseOptions } from '../database/migrated-recipe.ts';
export type { Seed } from '../database/seed.ts';
export type { TestDatabase } from '../database/test-database.ts';
export { type Capability, type TestServer, testServer } from '../server/test-server.ts';

/** What a test is given. */
export interface DatabaseFixtures {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly server: TestServer;
}

/** What a file of tests shares. */
export interface FileFixtures {
  readonly databases: DatabaseSource;
}

interface Fixtures {
  readonly $file: FileFixtures;
  readonly $test: DatabaseFixtures;
}

/** How long a history may take from its first revision to its last. */
const MIGRATION_MS = 600_000;

/** `test` with a migrated database of its own: `database`, the connection `client`, and what the `server` can do. */
export function databaseTest(options: DatabaseOptions = {}): TestAPI<DatabaseFixtures & FileFixtures> {
  const test = base.extend<Fixtures>({
    databases: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
      async ({}, use) => {
        const source = new DatabaseSource(options);
        await use(source);
        await source.close();
      },
      { scope: 'file' },
    ],
    database: async ({ databases }, use) => {
      const { database, giveBack } = await inWords(() => databases.take());
      await use(database);
      await giveBack();
    },
    client: async ({ database }, use) => {
      await use(database.client);
    },
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
    server: async ({}, use) => {
      await use(testServer());
    },
  });
  // Else the first of all tests would have to migrate within its own time.
  test.beforeAll(({ databases }) => inWords(() => databases.prepare()), MIGRATION_MS);
  return test;
}
