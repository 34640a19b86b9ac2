import { type Client, readSql } from '@godwit/postgres';
import { SeedTableWithoutKey, SeedTargetsMissing } from './errors.ts';
import type { ForeignKey, SeedRows, SeedTable } from './seed-table.ts';

interface ColumnRow {
  readonly table: string;
  readonly schema: string;
  readonly name: string;
  readonly column: string;
  readonly is_array: boolean;
  readonly is_json: boolean;
  readonly key_place: number | null;
  readonly sequence: string | null;
}

interface ForeignKeyRow {
  readonly name: string;
  readonly from_table: string;
  readonly from_schema: string;
  readonly from_name: string;
  readonly to_table: string;
  readonly from_columns: readonly string[];
  readonly to_columns: readonly string[];
}

/**
 * What the catalog says of the tables that seed rows are for, in the order given.
 *
 * @throws SeedTargetsMissing when a table or column is not in the database, SeedTableWithoutKey
 */
export async function readSeedTables(client: Client, seeds: readonly SeedRows[]): Promise<readonly SeedTable[]> {
  const { rows } = await client.query<ColumnRow>(readSql(import.meta.url, './sql/table-columns.sql'), [seeds.map(({ table }) => table)]);
  const missing = seeds.flatMap((seed) => missingFrom(seed, rows));
  if (missing.length > 0) throw new SeedTargetsMissing(missing);
  return seeds.map((seed) =>
    describeTable(
      seed,
      rows.filter(({ table }) => table === seed.table),
    ),
  );
}

/** All foreign keys of the database that point at one of the tables. */
export async function readForeignKeys(client: Client, tables: readonly SeedRows[]): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKeyRow>(readSql(import.meta.url, './sql/foreign-keys.sql'), [
    tables.map(({ table }) => table),
  ]);
  return rows.map((row) => ({
    name: row.name,
    fromTable: row.from_table,
    fromSchema: row.from_schema,
    fromName: row.from_name,
    fromColumns: row.from_columns,
    toTable: row.to_table,
    toColumns: row.to_columns,
  }));
}

function missingFrom(seed: SeedRows, columns: readonly ColumnRow[]): string[] {
  const existing = columns.filter(({ table }) => table === seed.table).map(({ column }) => column);
  if (existing.length === 0) return [seed.table];
  return namedColumns(seed)
    .filter((column) => !existing.includes(column))
    .map((column) => `${seed.table}.${column}`);
}

function describeTable(seed: SeedRows, columns: readonly ColumnRow[]): SeedTable {
  const [first] = columns;
  const key = columns.filter(({ key_place }) => key_place !== null).sort((a, b) => (a.key_place ?? 0) - (b.key_place ?? 0));
  if (first === undefined || key.length === 0) throw new SeedTableWithoutKey(seed.table);
  const named = new Set(namedColumns(seed));
  return {
    ...seed,
    schema: first.schema,
    name: first.name,
    columns: columns
      .filter(({ column }) => named.has(column))
      .map((row) => ({ name: row.column, isArray: row.is_array, isJson: row.is_json })),
    key: key.map(({ column }) => column),
    sequences: columns.flatMap(({ column, sequence }) => (sequence === null ? [] : [{ column, sequence }])),
  };
}

function namedColumns(seed: SeedRows): string[] {
  return [...new Set(seed.rows.flatMap((row) => Object.keys(row)))];
}
