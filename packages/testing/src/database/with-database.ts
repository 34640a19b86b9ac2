import { DatabaseSource } from './database-source.ts';
import type { DatabaseOptions } from './migrated-recipe.ts';
import type { TestDatabase } from './test-database.ts';

type Run<T> = (database: TestDatabase) => Promise<T>;

/**
 * Runs with a migrated database of its own and drops it however that ends, whoever is still connected.
 *
 * @throws what the run throws; why there is no server, or no database at the target
 */
export async function withDatabase<T>(run: Run<T>): Promise<T>;
export async function withDatabase<T>(options: DatabaseOptions, run: Run<T>): Promise<T>;
export async function withDatabase<T>(first: DatabaseOptions | Run<T>, second?: Run<T>): Promise<T> {
  const options = typeof first === 'function' ? {} : first;
  const run = typeof first === 'function' ? first : second;
  if (run === undefined) throw new TypeError('withDatabase wants a function');
  const source = new DatabaseSource(options);
  const { database, giveBack } = await source.take();
  try {
    return await run(database);
  } finally {
    await giveBack();
    await source.close();
  }
}
