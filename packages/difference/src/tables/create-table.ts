import type { Catalog } from '@godwit/catalog';
import { quoteIdentifier, quoteQualified } from '@godwit/postgres';
import { columnClause } from './column-clause.ts';
import { constraintClause } from './constraint-clause.ts';
import { isInherited, type TableParts } from './table-parts.ts';

export interface CreateTableOptions {
  /** The catalog that the table is of. */
  readonly catalog: Catalog;
  /** Ids of the constraints that are made together with it. */
  readonly constraints: ReadonlySet<string>;
}

/** CREATE TABLE with its columns in their order, a line each. */
export function createTable(parts: TableParts, { catalog, constraints }: CreateTableOptions): string {
  const { table, columns } = parts;
  const { persistence, ofType, partitionKey, partitionOf, inherits, accessMethod, options } = table.properties;
  const clauses = parts.constraints.filter(({ id }) => constraints.has(id)).map((constraint) => constraintClause(constraint));
  const behind = (name: string) => clauses.flatMap(({ column, sql }) => (column === name ? [sql] : []));
  const own = columns.filter(({ within }) => partitionOf !== null || !isInherited(within, 'column'));
  const lines = [
    ...(ofType === null
      ? own.map((column) => columnClause(catalog, column, behind(column.path[2] ?? '')).sql)
      : own.flatMap((column) => typedColumn(column.path[2] ?? '', column.properties, behind(column.path[2] ?? '')))),
    ...clauses.flatMap(({ column, sql }) => (column === null ? [sql] : [])),
  ];
  const [schema = '', name = ''] = table.path;
  const list = lines.length === 0 ? ' ()' : ` (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
  return [
    `create ${persistence === 'unlogged' ? 'unlogged ' : ''}table ${quoteQualified(schema, name)}`,
    ...(ofType === null ? [list] : [` of ${ofType}`, ...(lines.length === 0 ? [] : [list])]),
    ...(inherits.length === 0 ? [] : [` inherits (${inherits.join(', ')})`]),
    ...(partitionKey === null ? [] : [` partition by ${partitionKey}`]),
    ...(accessMethod === null ? [] : [` using ${quoteIdentifier(accessMethod)}`]),
    ...(options.length === 0 ? [] : [` with (${options.join(', ')})`]),
  ].join('');
}

/** What a table of a type adds to a column: the column itself comes from the type. */
function typedColumn(
  name: string,
  { nullability, default: value }: { readonly nullability: string; readonly default: string | null },
  constraints: readonly string[],
): readonly string[] {
  const words = [
    ...(nullability === 'null' || constraints.some((sql) => /primary key/i.test(sql)) ? [] : ['not null']),
    ...(value === null ? [] : [`default ${value}`]),
    ...constraints,
  ];
  return words.length === 0 ? [] : [`${quoteIdentifier(name)} with options ${words.join(' ')}`];
}
