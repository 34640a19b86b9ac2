import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { RENAMED_KINDS } from './rename.ts';

const identity = v.object({ kind: v.picklist([...RENAMED_KINDS, 'label']), path: v.array(v.string()), key: v.string() });

/** An object that can be renamed, under the name that it had. */
export type Identity = v.InferOutput<typeof identity>;

/** Schemas that nobody renames. */
const SYSTEM = ['pg_catalog', 'information_schema', 'pg_toast', 'graphile_migrate', 'godwit', 'pgboss'];

/** By what stays when an object is renamed. */
export async function readIdentities(client: Client): Promise<readonly Identity[]> {
  const { rows } = await client.query(readSql(import.meta.url, '../sql/identities.sql'));
  return v.parse(v.array(identity), rows).filter(({ path }) => !SYSTEM.includes(path[0] ?? ''));
}
