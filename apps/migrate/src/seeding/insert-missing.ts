import type { Client } from '@godwit/postgres';
import { quoteIdentifier } from '@godwit/postgres';
import { columnList, type StagedTable } from './staging.ts';

/**
 * Inserts the seed rows whose key is free and says how many. A row whose key is taken stays as it is; any other conflict (a user name
 * that is taken under another id) is an error of the server, because rows that refer to it would go wrong.
 */
export async function insertMissing(client: Client, table: StagedTable): Promise<number> {
  const columns = columnList(table);
  const key = table.key.map(quoteIdentifier).join(', ');
  const { rowCount } = await client.query(
    `insert into ${table.target} (${columns}) select ${columns} from ${table.staging} on conflict (${key}) do nothing`,
  );
  return rowCount ?? 0;
}
