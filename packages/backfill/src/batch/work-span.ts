import type { Client } from '@godwit/postgres';
import type { Key, KeyRange } from '../key/key.ts';
import { type KeySpan, type NextRange, nextRange } from '../key/next-range.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { type DeadRow, deadRow } from './dead-row.ts';
import { judgeError } from './judge-error.ts';

export interface SpanWork {
  readonly client: Client;
  readonly table: WalkedTable;
  /** Does a range and gives how many rows it has written. */
  readonly apply: (range: KeyRange) => Promise<number>;
  /** How many dead rows there may be more; one over it, the rest is left. */
  readonly deadRowsLeft: number;
}

export interface SpanOutcome {
  /** Rows of the table that are done or dead. */
  readonly rows: number;
  readonly changed: number;
  readonly dead: readonly DeadRow[];
  /** The last key that is done or dead. */
  readonly through: Key;
  /** False when there were too many dead rows: what is behind `through` was not tried. */
  readonly complete: boolean;
}

/**
 * Does a range inside the open transaction. When its data is refused, it is halved until the rows that cannot be done are alone; everything
 * else of it is done.
 *
 * @param low the key before the range: a half is looked for behind it
 * @throws what is not about a row
 */
export async function workRange(work: SpanWork, low: Key | null, range: NextRange): Promise<SpanOutcome> {
  const { client } = work;
  await client.query('savepoint godwit_range');
  try {
    const changed = await work.apply(range);
    // What is deferred to COMMIT fails here, where the row can be found.
    await client.query('set constraints all immediate; release savepoint godwit_range');
    return { rows: range.rows, changed, dead: [], through: range.to, complete: true };
  } catch (error) {
    if (judgeError(error) !== 'data') throw error;
    await client.query('rollback to savepoint godwit_range; release savepoint godwit_range');
    if (range.rows > 1) return await workHalves(work, { low, high: range.to }, range.rows);
    const dead = [deadRow(range.to, error)];
    return { rows: 1, changed: 0, dead, through: range.to, complete: work.deadRowsLeft > 0 };
  }
}

async function workHalves(work: SpanWork, span: KeySpan & { readonly high: Key }, rows: number): Promise<SpanOutcome> {
  const { client, table } = work;
  const first = await nextRange(client, table, span, Math.ceil(rows / 2));
  // They are gone meanwhile.
  if (first === null) return { rows: 0, changed: 0, dead: [], through: span.high, complete: true };
  const one = await workRange(work, span.low, first);
  if (!one.complete) return one;
  const rest = first.last ? null : await nextRange(client, table, { low: first.to, high: span.high }, rows);
  if (rest === null) return { ...one, through: span.high };
  const other = await workRange({ ...work, deadRowsLeft: work.deadRowsLeft - one.dead.length }, first.to, rest);
  return { ...other, rows: one.rows + other.rows, changed: one.changed + other.changed, dead: [...one.dead, ...other.dead] };
}
