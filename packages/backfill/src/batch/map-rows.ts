import type { Mapping } from '../definition/backfill-definition.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { type DeadRow, deadRow, refusedRow } from './dead-row.ts';

interface MapOptions {
  readonly mapping: Mapping;
  readonly table: WalkedTable;
  readonly signal: AbortSignal;
}

export interface MappedRows {
  readonly values: readonly unknown[];
  /** Rows that the service refuses. */
  readonly dead: readonly DeadRow[];
}

/** Maps a batch; a row that `map` refuses by its index is dead, and the others are mapped without it. @throws what is about no row */
export async function mapRows({ mapping, table, signal }: MapOptions, rows: readonly unknown[]): Promise<MappedRows> {
  const dead: DeadRow[] = [];
  let left = rows;
  while (left.length > 0) {
    try {
      return { values: await mapping.map(left, { signal }), dead };
    } catch (error) {
      const index = refusedRow(error);
      const key = index === null ? null : keyOf(left[index], table);
      if (key === null) throw error;
      dead.push(deadRow(key, error));
      left = left.filter((_, at) => at !== index);
    }
  }
  return { values: [], dead };
}

/** Null when `read.sql` does not give the columns of the key: then nobody can say which row it is. */
function keyOf(row: unknown, { key }: WalkedTable): readonly string[] | null {
  if (typeof row !== 'object' || row === null) return null;
  const values = key.map(({ name }) => Reflect.get(row, name));
  return values.every((value) => value !== undefined && value !== null) ? values.map(String) : null;
}
