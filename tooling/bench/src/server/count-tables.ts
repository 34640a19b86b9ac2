import { readSql } from '@godwit/postgres';
import type { BenchDatabase } from './native-server.ts';

/** How many tables of the schema `public` have a name that begins so. */
export async function countTables(database: BenchDatabase, prefix: string): Promise<number> {
  const client = await database.connect();
  try {
    const { rows } = await client.query<{ count: number }>(readSql(import.meta.url, './sql/count-tables.sql'), [prefix]);
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
