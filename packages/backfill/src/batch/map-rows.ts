import * as v from 'valibot';
import type { Mapping } from '../definition/backfill-definition.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import type { DeadRow } from './work-span.ts';

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

/** An error of `map` that is about one row of its batch says which: a text that is too long for the model. */
const aboutRow = v.object({ index: v.pipe(v.number(), v.integer(), v.minValue(0)), message: v.string(), code: v.optional(v.string()) });

/** What SQLSTATE has no class for. */
const NO_SQLSTATE = 'XX000';

/** Maps a batch; a row that `map` refuses by its index is dead, and the others are mapped without it. @throws what is about no row */
export async function mapRows({ mapping, table, signal }: MapOptions, rows: readonly unknown[]): Promise<MappedRows> {
  const dead: DeadRow[] = [];
  let left = rows;
  while (left.length > 0) {
    try {
      return { values: await mapping.map(left, { signal }), dead };
    } catch (error) {
      const refused = v.safeParse(aboutRow, error);
      const row = refused.success ? left[refused.output.index] : undefined;
      const key = keyOf(row, table);
      if (!refused.success || key === null) throw error;
      const { message, code = NO_SQLSTATE, index } = refused.output;
      dead.push({ key, sqlState: code, message, detail: null });
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
