import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const version = { installed: v.string(), offered: v.nullable(v.string()) };

export const versionsSchema = v.record(v.string(), v.strictObject(version));

/**
 * An extension of a database: the version that is `installed`, and the one `offered`, which CREATE EXTENSION would install on its server
 * today; null when the server no longer has its files.
 */
export type ExtensionVersion = Readonly<v.InferOutput<typeof versionsSchema>[string]>;

const rowsSchema = v.array(v.object({ name: v.string(), ...version }));

/** The extensions of a database by name. */
export async function readVersions(client: Client): Promise<Readonly<Record<string, ExtensionVersion>>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/extension-versions.sql'));
  return Object.fromEntries(v.parse(rowsSchema, rows).map(({ name, installed, offered }) => [name, { installed, offered }]));
}
