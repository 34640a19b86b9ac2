import { type Client, readSql } from '@godwit/postgres';
import type { SpanOutcome } from '../batch/work-span.ts';
import { describeKey } from '../key/key.ts';
import type { NextRange } from '../key/next-range.ts';
import { addDeadRows } from '../run/dead-rows.ts';
import { pauseRun } from '../run/pause-run.ts';
import type { WorkerOptions } from './worker.ts';

interface FinishedBatch {
  readonly lane: number;
  readonly range: NextRange;
  readonly outcome: SpanOutcome;
  readonly deadRowLimit: number;
}

/** Moves the cursor, notes dead rows and commits: the work and what is known of it stand or fall together. */
export async function finishBatch(client: Client, worker: WorkerOptions, batch: FinishedBatch): Promise<void> {
  const { lane, range, outcome, deadRowLimit } = batch;
  const { runId, observer } = worker;
  const done = outcome.complete && range.last;
  await client.query(readSql(import.meta.url, './sql/move-cursor.sql'), [
    runId,
    lane,
    outcome.through,
    done,
    outcome.rows,
    outcome.changed,
  ]);
  await noteDeadRows(client, worker, outcome.dead, deadRowLimit);
  await client.query('commit');
  if (outcome.dead.length > 0) observer({ kind: 'dead', rows: outcome.dead });
}

/** One dead row more than are allowed, and the run asks for a person. */
export async function noteDeadRows(client: Client, { runId }: WorkerOptions, dead: SpanOutcome['dead'], limit: number): Promise<void> {
  const [first] = dead;
  if (first === undefined) return;
  const all = await addDeadRows(client, runId, dead);
  if (all > limit) {
    const rows = all === 1 ? '1 dead row' : `${all} dead rows`;
    await pauseRun(client, runId, `${rows}, ${limit} allowed; key ${describeKey(first.key)}: ${first.message} (${first.sqlState})`);
  }
}
