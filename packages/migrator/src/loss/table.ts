import { quoteIdentifier, quoteQualified, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { formatName, type RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';

const tableRow = v.object({
  oid: v.string(),
  schema: v.string(),
  name: v.string(),
  /** r, p, or f for a foreign table, whose rows are somebody else's. */
  kind: v.string(),
  /** Rows by the server's statistics; -1 when there are none. */
  estimate: v.number(),
  /** Columns of the primary key. */
  key: v.array(v.string()),
});

/** A table as it is now. */
export type Table = v.InferOutput<typeof tableRow>;

const columnRow = v.object({
  name: v.string(),
  base: v.string(),
  type: v.string(),
  generated: v.boolean(),
  default: v.nullable(v.string()),
  null_fraction: v.number(),
});

export type Column = v.InferOutput<typeof columnRow>;

/** Those of the names that are tables with rows of their own, in order of name. */
export async function findTables(asker: Asker, names: readonly string[]): Promise<readonly Table[]> {
  if (names.length === 0) return [];
  const rows = await asker.catalog(readSql(import.meta.url, './sql/relation.sql'), [names]);
  return v.parse(v.array(tableRow), rows).filter(({ kind }) => kind !== 'f');
}

/** Null when there is none now: another step makes it, or it is a view. */
export async function findTable(asker: Asker, name: RelationName | null): Promise<Table | null> {
  if (name === null) return null;
  const text = name.schema === null ? quoteIdentifier(name.name) : quoteQualified(name.schema, name.name);
  return (await findTables(asker, [text]))[0] ?? null;
}

export async function findColumns(asker: Asker, { oid, schema, name }: Table, columns: readonly string[]): Promise<readonly Column[]> {
  const rows = await asker.catalog(readSql(import.meta.url, './sql/column.sql'), [oid, schema, name, columns]);
  return v.parse(v.array(columnRow), rows);
}

/** As SQL. */
export function tableSql({ schema, name }: Table): string {
  return quoteQualified(schema, name);
}

/** As a person writes it. */
export function tableText(table: Table, column?: string): string {
  return column === undefined ? formatName(table) : `${formatName(table)}.${formatName({ schema: null, name: column })}`;
}
