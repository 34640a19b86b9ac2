import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const rows = v.array(v.object({ name: v.string() }));

/** Names of the databases on a server that can be connected to. */
export async function listDatabases(client: Client): Promise<readonly string[]> {
  const result = await client.query(readSql(import.meta.url, '../sql/databases.sql'));
  return v.parse(rows, result.rows).map(({ name }) => name);
}
