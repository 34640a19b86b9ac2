import type { Client } from '@godwit/postgres';
import type { Backfill } from '../definition/backfill.ts';
import { runProber } from '../health/run-prober.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import type { RunState } from '../run/run.ts';
import { runWorker } from './run-worker.ts';
import type { BackfillEvent } from './worker.ts';

export interface RunBackfillOptions {
  readonly runId: bigint;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  readonly connect: () => Promise<Client>;
  /** Workers of this process; the setting of the same name bounds those of all machines together. */
  readonly workers: number;
  /** No batch is begun any more. */
  readonly signal: AbortSignal;
  /** The batches that are under way are given up too. */
  readonly now?: AbortSignal;
  readonly observer: (event: BackfillEvent) => void;
}

/**
 * Works on a run with several connections, and one more that looks at the server's health, until it is over or stopped. Other processes may do
 * the same at the same time.
 *
 * @returns the state of the run; null when the signal has ended the work
 * @throws ServerLost
 */
export async function runBackfill(options: RunBackfillOptions): Promise<RunState | null> {
  const { signal, workers } = options;
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const shared = { ...options, signal: over.signal };
  const prober = runProber(shared);
  prober.catch(stop);
  try {
    const ends = await Promise.all(Array.from({ length: workers }, () => runWorker(shared).catch(rejectAfter(stop))));
    stop();
    await prober;
    return ends.find((state) => state !== null) ?? null;
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
    await prober.catch(() => undefined);
  }
}

/** One worker's failure ends the others, whose batches are finished first. */
function rejectAfter(stop: () => void) {
  return (error: unknown): never => {
    stop();
    throw error;
  };
}
