import type { Client } from '@godwit/postgres';
import type { Backfill } from '../definition/backfill.ts';
import { settingsOf } from '../definition/settings.ts';
import type { Key } from '../key/key.ts';
import { type NextRange, nextRange } from '../key/next-range.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { findWrong, type WrongRow, type WrongRows } from './find-wrong.ts';
import { remainingKeys } from './remaining-keys.ts';

export interface VerifyOptions {
  readonly client: Client;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  /** The run whose dead rows are known; null when there has been none. */
  readonly runId: bigint | null;
  readonly signal: AbortSignal;
  /** Called after each range. */
  readonly observer: (range: NextRange, wrong: WrongRows) => void;
}

export interface Verification {
  readonly rows: number;
  /** The first of them. */
  readonly wrong: readonly WrongRow[];
  readonly wrongRows: number;
  /** Keys that `remaining.sql` finds, at most `REMAINING_SHOWN`. */
  readonly remaining: readonly Key[];
}

/** More need not be known: the backfill has to be run. */
export const REMAINING_SHOWN = 1_000;

const KEPT = 20;

/** Compares expected with actual over the whole table and asks what remains. Changes nothing. */
export async function verifyBackfill({ client, backfill, table, runId, signal, observer }: VerifyOptions): Promise<Verification> {
  const { verifyRows } = settingsOf(backfill.definition.settings, {});
  const wrong: WrongRow[] = [];
  let [rows, wrongRows] = [0, 0];
  let low: Key | null = null;
  while (backfill.verify !== null) {
    signal.throwIfAborted();
    const range: NextRange | null = await nextRange(client, table, { low, high: null }, verifyRows);
    if (range === null) break;
    const found = await findWrong(client, { backfill, table }, { range, runId });
    observer(range, found);
    rows += range.rows;
    wrongRows += found.count;
    wrong.push(...found.rows.slice(0, KEPT - wrong.length));
    if (range.last) break;
    low = range.to;
  }
  const remaining = await remainingKeys(client, { backfill, table }, { runId, limit: REMAINING_SHOWN, dead: 0 });
  return { rows, wrong, wrongRows, remaining };
}
