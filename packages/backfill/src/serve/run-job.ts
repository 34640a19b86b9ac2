import { settingsOf } from '../definition/settings.ts';
import { beginRun } from '../run/begin-run.ts';
import { readProgress } from '../run/read-progress.ts';
import { runBackfill } from '../worker/run-backfill.ts';
import { dropSuperseded } from './drop-superseded.ts';
import type { Because } from './queues.ts';
import type { Serving } from './serving.ts';

/** So long one job works; then it goes back, and on in the next one. */
const TURN_MS = 12 * 3_600_000;

/**
 * Runs a backfill, or goes on with its run. A run that is paused stays so.
 *
 * @returns false when it was stopped before its end, and the job has to go back
 */
export async function runJob(serving: Serving, name: string, because: Because): Promise<boolean> {
  const { connect, open, observer } = serving;
  const signal = AbortSignal.any([serving.signal, AbortSignal.timeout(TURN_MS)]);
  const client = await connect();
  try {
    await dropSuperseded(serving.boss, name, because);
    const { backfill, table } = await open(client, name);
    const opened = await beginRun({ client, backfill, table, signal, again: because === 'verification' ? 'verify' : 'remaining' });
    if (opened === null) {
      observer({ kind: 'upToDate', backfill: name, because });
      return true;
    }
    if (opened.kind === 'paused') {
      observer({ kind: 'leftPaused', backfill: name, reason: opened.run.reason });
      return true;
    }
    observer({ kind: 'begun', backfill: name, because, opened: opened.kind });
    const workers = serving.workers ?? settingsOf(backfill.definition.settings, opened.run.settings).workers;
    const state = await runBackfill({
      runId: opened.run.id,
      backfill,
      table,
      connect,
      workers,
      signal,
      observer: (event) => {
        if (event.kind === 'dead') observer({ kind: 'dead', backfill: name, rows: event.rows });
      },
    });
    if (state === null) return false;
    await tellEnd(serving, name, opened.run.id);
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Over a connection of its own: the first one may have broken during the run. */
async function tellEnd({ connect, observer }: Serving, backfill: string, runId: bigint): Promise<void> {
  const client = await connect();
  try {
    const [progress] = await readProgress(client, [runId]);
    if (progress !== undefined) observer({ kind: 'ended', backfill, progress });
  } finally {
    await client.end().catch(() => undefined);
  }
}
