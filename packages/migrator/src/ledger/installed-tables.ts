import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';

const rows = v.array(v.object({ schema: v.string(), name: v.string() }));

export interface InstalledTables {
  readonly migrations: boolean;
  readonly current: boolean;
  readonly godwit: boolean;
  /** From version 1.1 of the schema `godwit` on. */
  readonly attempt: boolean;
}

/** Which parts of the ledger exist. Needs no privilege. */
export async function installedTables(client: Client): Promise<InstalledTables> {
  const result = await client.query(readSql(import.meta.url, './sql/installed-tables.sql'));
  const names = new Set(v.parse(rows, result.rows).map(({ schema, name }) => `${schema}.${name}`));
  return {
    migrations: names.has('graphile_migrate.migrations'),
    current: names.has('graphile_migrate.current'),
    godwit: names.has('godwit.meta'),
    attempt: names.has('godwit.attempt'),
  };
}
