import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** An extension of a database. */
export interface ExtensionVersion {
  readonly installed: string;
  /** What CREATE EXTENSION without a version would install on this server; null when the server no longer has its files. */
  readonly offered: string | null;
}

const rowsSchema = v.array(v.object({ name: v.string(), installed: v.string(), offered: v.nullable(v.string()) }));

/** The extensions of a database by name. */
export async function readVersions(client: Client): Promise<ReadonlyMap<string, ExtensionVersion>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/extension-versions.sql'));
  return new Map(v.parse(rowsSchema, rows).map(({ name, installed, offered }) => [name, { installed, offered }]));
}
