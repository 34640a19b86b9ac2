import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** As the server says it: `17.5 (Debian 17.5-1)`. */
export async function readServerVersion(client: Client): Promise<string> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/server-version.sql'));
  return v.parse(v.object({ version: v.string() }), rows[0]).version;
}
