import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const row = v.object({ fingerprint: v.string() });

/** A text that is another one whenever somebody has changed the schema since: a few milliseconds, where a comparison takes a second. */
export async function schemaFingerprint(client: Client): Promise<string> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/fingerprint.sql'));
  return v.parse(row, rows[0]).fingerprint;
}
