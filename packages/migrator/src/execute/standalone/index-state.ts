import { quoteIdentifier, quoteQualified, readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import type { RelationName } from '../../statements/relation-name.ts';
import type { StandaloneWork } from './standalone-work.ts';

export const indexRow = v.object({ oid: v.string(), schema: v.string(), name: v.string(), valid: v.boolean() });

export type IndexState = v.InferOutput<typeof indexRow>;

const indexRows = v.array(indexRow);

/** The indexes among which a statement would leave something behind; none for a statement that leaves no index. */
export async function indexesFor(client: Client, work: StandaloneWork): Promise<readonly IndexState[]> {
  if (work.kind === 'create index') {
    const { rows } = await client.query(readSql(import.meta.url, './sql/table-indexes.sql'), [regclass(work.table)]);
    return v.parse(indexRows, rows);
  }
  if (work.kind === 'reindex') {
    const { rows } = await client.query(readSql(import.meta.url, './sql/reindex-leftovers.sql'));
    return v.parse(indexRows, rows);
  }
  return [];
}

/** For `to_regclass`: without a schema the search path decides, as it did for the statement. */
export function regclass({ schema, name }: RelationName): string {
  return schema === null ? quoteIdentifier(name) : quoteQualified(schema, name);
}

const flag = v.object({ building: v.boolean() });

export async function isBeingBuilt(client: Client, index: IndexState): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/building.sql'), [index.oid]);
  return v.parse(flag, rows[0]).building;
}
