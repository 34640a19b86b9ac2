import type { Client } from '@godwit/postgres';
import { type StagedTable, sameKey } from './staging.ts';

/** Deletes the rows of a table that have the key of a seed row and says how many. */
export async function deleteSeeded(client: Client, table: StagedTable): Promise<number> {
  const { rowCount } = await client.query(`delete from ${table.target} t using ${table.staging} s where ${sameKey(table)}`);
  return rowCount ?? 0;
}
