import { quoteIdentifier, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import { count } from './count.ts';
import type { PartialLoss } from './partial-loss.ts';
import { type Column, findColumns, findTables, type Table, tableSql, tableText } from './table.ts';

/** A default that is the same for every row, as `pg_get_expr` writes it: a literal, cast or not. */
const CONSTANT = /^(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?|\(-\d+(?:\.\d+)?\)|true|false)(?:::[\w\s."[\](),]+)?$/;

/** The rows of tables that go. */
export async function rowsLost(asker: Asker, tables: readonly Table[]): Promise<readonly PartialLoss[]> {
  const losses: PartialLoss[] = [];
  for (const table of tables) {
    const counted = await count(asker, `from ${tableSql(table)}`, table.estimate);
    if (counted !== null) losses.push({ ...counted, kind: 'rows', object: tableText(table), examples: [] });
  }
  return losses;
}

/**
 * The values of columns that go. Nulls are none, values that equal a constant default come back with the column, and what is
 * generated is computed again.
 */
export async function valuesLost(asker: Asker, table: Table, columns: readonly string[]): Promise<readonly PartialLoss[]> {
  const losses: PartialLoss[] = [];
  for (const column of (await findColumns(asker, table, columns)).filter(({ generated }) => !generated)) {
    const name = quoteIdentifier(column.name);
    const usual =
      column.default !== null && CONSTANT.test(column.default)
        ? ` and ${name}::text is distinct from (${column.default})::${column.type}::text`
        : '';
    const counted = await count(asker, `from ${tableSql(table)} where ${name} is not null${usual}`, estimateOf(table, column));
    if (counted !== null) losses.push({ ...counted, kind: 'values', object: tableText(table, column.name), examples: [] });
  }
  return losses;
}

/** How many values a column has, by the server's statistics. */
export function estimateOf(table: Table, column: Column): number {
  return table.estimate < 0 ? -1 : table.estimate * (1 - column.null_fraction);
}

const names = v.array(v.object({ name: v.string() }));

export async function tablesOfSchema(asker: Asker, schema: string): Promise<readonly Table[]> {
  return await tablesOf(asker, './sql/tables-of-schema.sql', schema);
}

/** Those that an extension made. */
export async function tablesOfExtension(asker: Asker, extension: string): Promise<readonly Table[]> {
  return await tablesOf(asker, './sql/extension-tables.sql', extension);
}

/** Those whose partition key needs a piece of code of that name. */
export async function tablesPartitionedBy(asker: Asker, code: string): Promise<readonly Table[]> {
  return await tablesOf(asker, './sql/partitioned-by.sql', code);
}

async function tablesOf(asker: Asker, file: string, value: string): Promise<readonly Table[]> {
  const rows = await asker.catalog(readSql(import.meta.url, file), [value]);
  return await findTables(
    asker,
    v.parse(names, rows).map(({ name }) => name),
  );
}

/** The tables whose rows go with those of another by TRUNCATE … CASCADE. */
export async function referencingTables(asker: Asker, table: Table): Promise<readonly Table[]> {
  return await tablesOf(asker, './sql/referencing-tables.sql', table.oid);
}

interface GoneTypes {
  readonly type?: string;
  readonly schema?: string;
  readonly extension?: string;
}

const oids = v.array(v.object({ oid: v.string() }));
const columnNames = v.array(v.object({ relation: v.string(), column: v.string() }));

/** The values of columns that CASCADE takes because their type goes, and the rows of tables that are of it. */
export async function valuesOfTypes(asker: Asker, { type, schema, extension }: GoneTypes): Promise<readonly PartialLoss[]> {
  const types = v.parse(
    oids,
    await asker.catalog(readSql(import.meta.url, './sql/types.sql'), [type ?? null, schema ?? null, extension ?? null]),
  );
  if (types.length === 0) return [];
  const rows = await asker.catalog(readSql(import.meta.url, './sql/columns-of-types.sql'), [types.map(({ oid }) => oid), schema ?? null]);
  const typed = await asker.catalog(readSql(import.meta.url, './sql/typed-tables.sql'), [types.map(({ oid }) => oid), schema ?? null]);
  const losses: PartialLoss[] = [
    ...(await rowsLost(
      asker,
      await findTables(
        asker,
        v.parse(names, typed).map(({ name }) => name),
      ),
    )),
  ];
  for (const { relation, column } of v.parse(columnNames, rows)) {
    for (const table of await findTables(asker, [relation])) losses.push(...(await valuesLost(asker, table, [column])));
  }
  return losses;
}
