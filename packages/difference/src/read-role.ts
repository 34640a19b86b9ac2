import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const rows = v.tuple([v.object({ role: v.string() })]);

/** The role that objects made on this connection belong to. */
export async function readRole(client: Client): Promise<string> {
  const [{ role }] = v.parse(rows, (await client.query(readSql(import.meta.url, './sql/current-role.sql'))).rows);
  return role;
}
