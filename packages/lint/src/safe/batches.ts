import { formatIdentifier } from '@godwit/migrator/statements';
import type { Table } from '../schema/table.ts';

/** Rows in one batch of the SQL that we show. */
const ROWS = 1000;

export interface Batch {
  /** `update shelf.books set …`, up to its WHERE. */
  readonly head: string;
  /** The tables to look in, that of the head first: `shelf.books b, shelf.users u`. */
  readonly from: string;
  /** How the first of them is called there, where there are several or it has an alias; null where its columns need no table. */
  readonly alias: string | null;
  /** Which rows are still to be changed; null for all of them. */
  readonly where: string | null;
  /** What ties further tables of the head to the first. */
  readonly join?: string;
  /** For its key, as far as it is known. */
  readonly table: Table | null;
}

/** A change of a limited number of rows that need it, which waits for nobody. To be repeated until it changes nothing. */
export function batchOf({ head, from, alias, where, join, table }: Batch): string {
  const key = keyOf(table);
  const columns = key.map((column) => (alias === null ? column : `${alias}.${column}`)).join(', ');
  const rows = [
    `  select ${columns} from ${from}`,
    ...(where === null ? [] : [`  where ${where}`]),
    `  limit ${ROWS}`,
    `  for no key update${alias === null ? '' : ` of ${alias}`} skip locked`,
  ].join('\n');
  const chosen = key.length === 1 ? `${columns} = any (array(\n${rows}\n))` : `(${columns}) in (\n${rows}\n)`;
  return `${head}\nwhere ${join === undefined ? '' : `${join}\n  and `}${chosen};`;
}

export interface BatchUpdate {
  readonly table: string;
  readonly known: Table | null;
  /** `status = status_old`. */
  readonly set: string;
  readonly where: string;
}

export function batchUpdate({ table, known, set, where }: BatchUpdate): string {
  return batchOf({ head: `update ${table}\nset ${set}`, from: table, alias: null, where, table: known });
}

export function batchDelete(table: string, known: Table | null): string {
  return batchOf({ head: `delete from ${table}`, from: table, alias: null, where: null, table: known });
}

/** A key of one column; else the row's place, which names a row of one table only: of a partitioned one the whole key. */
function keyOf(table: Table | null): readonly string[] {
  const keys = [...(table?.constraints.values() ?? [])].find(({ kind }) => kind === 'primary key')?.columns ?? [];
  if (keys.length === 1 || (keys.length > 1 && table?.kind === 'partitioned table')) return keys.map(formatIdentifier);
  return ['ctid'];
}
