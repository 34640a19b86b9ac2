import { remainingKeys } from '../finish/remaining-keys.ts';
import { planBackfill } from '../plan/plan-backfill.ts';
import { latestRun, type Opened, type OpenRunOptions, openRun, type RunScope } from './open-run.ts';

export interface BeginRunOptions extends Omit<OpenRunOptions, 'scope'> {
  readonly signal: AbortSignal;
  /** Takes a batch that reads a large table from end to end. */
  readonly acceptScan?: boolean;
  /**
   * What is done of a backfill that is done: what remains, if anything does (the default); that and another verification, whose wrong ranges are done
   * again; or the whole table.
   */
  readonly again?: RunScope;
}

/**
 * The run to work on: the one that is under way, else a new one.
 *
 * @returns null when the backfill is done and nothing remains
 * @throws CodeChanged, ScansTable
 */
export async function beginRun({ signal, acceptScan = false, again = 'remaining', ...options }: BeginRunOptions): Promise<Opened | null> {
  const { client, backfill, table } = options;
  const last = await latestRun(client, backfill.name);
  const isDone = last?.state === 'done' && again !== 'all';
  if (isDone && again === 'remaining' && (await remainingKeys(client, options, { runId: last.id, limit: 1, dead: 0 })).length === 0)
    return null;
  if (last === null || last.endedAt !== null) await planBackfill({ client, backfill, table, signal, acceptScan, tryOut: false });
  return await openRun({ ...options, scope: isDone ? again : 'all' });
}
