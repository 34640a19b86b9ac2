import { readFileSync } from 'node:fs';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';

/** The SQL of the hard schema. */
export function hardSchema(): string {
  return readFileSync(new URL('./hard-schema.sql', import.meta.url), 'utf8');
}

/** A new database with `hard-schema.sql` in it: something of every kind that a catalog holds. */
export function withHardDatabase<T>(run: (database: TestDatabase) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await database.client.query(hardSchema());
    return await run(database);
  });
}

export interface OpenHardDatabase {
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** The same for several tests, which leave it as they found it: each works in a transaction that it rolls back. */
export function openHardDatabase(): Promise<OpenHardDatabase> {
  return new Promise((resolve, reject) => {
    const closing: (() => void)[] = [];
    const closed = withHardDatabase(
      (database) =>
        new Promise<void>((finish) => {
          closing.push(finish);
          resolve({
            database,
            close: async () => {
              for (const end of closing) end();
              await closed;
            },
          });
        }),
    );
    closed.catch(reject);
  });
}
