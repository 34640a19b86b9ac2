import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import type { Blocker } from './blocker.ts';
import { lockWaitOf } from './lock-waits.ts';
import { pause } from './patience.ts';
import type { Run } from './run.ts';

/** A statement that is over sooner is not looked at; most are. Milliseconds. */
const AFTER_MS = 50;
const EVERY_MS = 50;

export interface WatchOptions {
  /** For all lock waits of what is watched, in sum; milliseconds. Null: no budget. */
  readonly budgetMs: number | null;
  /** Called at every look, on the second connection. */
  readonly onLook?: (client: Client, blockers: readonly Blocker[]) => Promise<void>;
}

/** What was seen. */
export interface Watched {
  /** Why it was cancelled from here; null when it was not. */
  readonly cancelled: 'locks' | 'abort' | null;
  /** The last that were seen in the way. */
  readonly blockers: readonly Blocker[];
}

const NOTHING_SEEN: Watched = { cancelled: null, blockers: [] };

/**
 * Watches from a second connection what our session is doing: adds up its waits for locks and cancels it when they exceed the budget, and
 * when the run is aborted. `lock_timeout` alone would give each wait a budget of its own, and says nothing of who blocks.
 */
export function watchStatement(run: Run, options: WatchOptions): { readonly stop: () => Promise<Watched> } {
  const { signal } = run;
  let watching: { readonly stopping: AbortController; readonly seen: Promise<Watched> } | null = null;
  const start = (): void => {
    if (watching !== null) return;
    const stopping = new AbortController();
    watching = { stopping, seen: watch(run, options, stopping.signal) };
  };
  // Until then a timer is all that it costs.
  const timer = setTimeout(start, Math.min(AFTER_MS, (options.budgetMs ?? AFTER_MS) / 2));
  if (signal?.aborted) start();
  signal?.addEventListener('abort', start, { once: true });
  return {
    stop: async () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', start);
      watching?.stopping.abort();
      return (await watching?.seen) ?? NOTHING_SEEN;
    },
  };
}

async function watch(run: Run, options: WatchOptions, stopped: AbortSignal): Promise<Watched> {
  const { budgetMs } = options;
  const waits = new Map<string, number>();
  let blockers: readonly Blocker[] = [];
  let cancelled: Watched['cancelled'] = null;
  const wake = run.signal === undefined ? stopped : AbortSignal.any([stopped, run.signal]);
  while (!stopped.aborted) {
    try {
      await look();
    } catch {
      // The second connection broke: the next look opens another one.
    }
    await pause(EVERY_MS, run.signal?.aborted ? stopped : wake);
  }
  return { cancelled, blockers };

  async function look(): Promise<void> {
    // Not awaited alone: a connection that is slow to open must not hold up a step that is done.
    const client = await Promise.race([run.watcher.client(), whenAborted(stopped)]);
    if (client === null || stopped.aborted) return;
    const { pid } = run.session;
    if (run.signal?.aborted) {
      // Again and again: a cancel that meets a session between two statements is lost.
      cancelled = 'abort';
      await client.query(readSql(import.meta.url, './sql/cancel-backend.sql'), [pid]);
      return;
    }
    const wait = await lockWaitOf(client, pid);
    if (wait !== null && wait.blockers.length > 0) blockers = wait.blockers;
    if (wait?.since) waits.set(wait.since, wait.waitedMs);
    if (budgetMs !== null && sum(waits.values()) > budgetMs) {
      const { rowCount } = await client.query(readSql(import.meta.url, './sql/cancel-lock-wait.sql'), [pid]);
      if (rowCount === 1) cancelled = 'locks';
    }
    await options.onLook?.(client, wait?.blockers ?? []);
  }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
