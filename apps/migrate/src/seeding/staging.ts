import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Client, quoteIdentifier, quoteQualified } from '@godwit/postgres';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from './copy-text.ts';
import type { SeedTable } from './seed-table.ts';

/** A seed table and the temporary table that holds its rows until the transaction ends. */
export interface StagedTable extends SeedTable {
  /** Quoted, for use in SQL. */
  readonly target: string;
  /** Quoted, for use in SQL. */
  readonly staging: string;
}

/** Copies the rows of a table beside it: into a temporary table of the same columns and no constraints, dropped on commit. */
export async function stage(client: Client, table: SeedTable): Promise<StagedTable> {
  const target = quoteQualified(table.schema, table.name);
  const staging = quoteQualified('pg_temp', `seed_${table.schema}_${table.name}`);
  const columns = columnList(table);
  await client.query(`create temporary table ${staging} on commit drop as select ${columns} from ${target} with no data`);
  await pipeline(Readable.from([copyText(table)]), client.query(copyFrom(`copy ${staging} (${columns}) from stdin`)));
  return { ...table, target, staging };
}

/** The columns that seed rows name, quoted; `of` is put before each. */
export function columnList(table: SeedTable, of = ''): string {
  return table.columns.map(({ name }) => of + quoteIdentifier(name)).join(', ');
}

/** The condition that a row `t` of the table and a row `s` of the staging table have one key. */
export function sameKey(table: SeedTable): string {
  return table.key.map((column) => `t.${quoteIdentifier(column)} = s.${quoteIdentifier(column)}`).join(' and ');
}
