import { type Catalog, extractCatalog } from '@godwit/catalog';
import type { GodwitError } from '@godwit/diagnostics';
import type { Revision } from '@godwit/history';
import { execute, type Step, StepFailed, stepUp } from '@godwit/migrator';
import { compareEnds } from '../prove/compare-ends.ts';
import { AppliedAgainDiffers, WayBackDiffers } from '../prove/errors.ts';
import type { HistoryShadow } from '../shadow/history-shadow.ts';
import { revertSeeded } from './revert-seeded.ts';

export interface CycleHistoryOptions {
  /** From base to head, at which the database stands. */
  readonly path: readonly Revision[];
  /** What a database looks like before the first revision. */
  readonly base: Catalog;
  readonly signal?: AbortSignal | undefined;
}

/** The whole way back, and forth again. */
export interface HistoryCycle {
  /** How many revisions were taken back. */
  readonly reverted: number;
  /** The last revision that has no way back, which nothing goes beyond; null when base was reached. */
  readonly stoppedAt: Revision | null;
  /** Why it does not lead back to where it began; null when it does. */
  readonly failure: GodwitError | null;
}

/** Takes a whole history down to base, over the rows that there are, and up again: base is empty, and head looks as it did. The rows are gone then. */
export async function cycleHistory(shadow: HistoryShadow, { path, base, signal }: CycleHistoryOptions): Promise<HistoryCycle> {
  const start = await extractCatalog(shadow.client);
  const { reverted, failure } = await revertSeeded(shadow, path, { signal });
  const stoppedAt = path.findLast(({ revert }) => revert?.kind !== 'sql') ?? null;
  if (failure !== null) return { reverted, stoppedAt, failure };
  const between = await extractCatalog(shadow.client);
  const left = stoppedAt === null ? compareEnds(base, between, start).differences : [];
  if (left.length > 0) return { reverted, stoppedAt, failure: new WayBackDiffers('the first revision', left) };
  try {
    await applyAgain(shadow, path.slice(path.length - reverted).map(stepUp), signal);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { reverted, stoppedAt, failure: error };
  }
  const { differences } = compareEnds(start, await extractCatalog(shadow.client), between);
  return { reverted, stoppedAt, failure: differences.length === 0 ? null : new AppliedAgainDiffers('the whole history', differences) };
}

async function applyAgain({ client, connect, execution }: HistoryShadow, steps: readonly Step[], signal?: AbortSignal): Promise<void> {
  await execute({
    plan: { direction: 'up', from: null, to: null, steps, refreshes: [], unfinished: null, databaseAhead: 0 },
    client,
    connect,
    settings: { ...execution, advisoryLock: false, verbose: false },
    ...(signal === undefined ? {} : { signal }),
  });
}
