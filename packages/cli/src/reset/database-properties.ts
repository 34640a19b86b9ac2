import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const text = v.nullable(v.string());

const row = v.object({
  owner: v.string(),
  encoding: v.string(),
  collate: v.string(),
  ctype: v.string(),
  provider: v.picklist(['libc', 'icu', 'builtin']),
  /** Of a provider other than libc. */
  locale: text,
  rules: text,
  tablespace: v.string(),
  connection_limit: v.number(),
  is_template: v.boolean(),
  comment: text,
  /** Whether it has the encoding and the locale of `template1`. */
  like_template1: v.boolean(),
  /** Null: those of a new database. A role that is null is everybody. */
  grants: v.nullable(v.array(v.object({ role: text, privilege: v.string(), grantable: v.boolean() }))),
  /** A role that is null is everybody. */
  settings: v.nullable(v.array(v.object({ role: text, name: v.string(), value: v.string() }))),
});

/** What belongs to a database and not to what is in it: it is there again after `reset`. */
export type DatabaseProperties = v.InferOutput<typeof row>;

/** Those of the database that the client is connected to. */
export async function readProperties(client: Client): Promise<DatabaseProperties> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/database-properties.sql'));
  return v.parse(row, rows[0]);
}
