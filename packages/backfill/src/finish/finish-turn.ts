import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { BackfillSettings } from '../definition/settings.ts';
import { keyValue } from '../key/key.ts';
import { recordEvent } from '../run/record-event.ts';
import { phase, type RunPhase } from '../run/run.ts';
import { END_SPACE } from '../run/slots.ts';
import { beginBatch, rollBack } from '../worker/begin-batch.ts';
import type { Turn, WorkerOptions } from '../worker/worker.ts';
import { sweep } from './sweep.ts';
import { whatIsLeft } from './swept-enough.ts';
import { verifyNext } from './verify-next.ts';

/** Another worker sees to the end. */
const IDLE_MS = 200;

const endRow = v.object({ mine: v.boolean() });

const held = v.object({ phase, verified: v.nullable(keyValue), verify_round: v.number(), remaining_only: v.boolean() });

/**
 * A step of what comes when all lanes are done: what `remaining.sql` still finds, then verification range by range, then the end. One worker
 * does it, in a transaction that holds its lock; the others wait, since verification may open lanes again.
 */
export async function finishTurn(client: Client, worker: WorkerOptions, settings: BackfillSettings): Promise<Turn> {
  const { backfill, runId } = worker;
  await beginBatch(client, backfill.name, settings);
  try {
    const taken = await client.query(readSql(import.meta.url, './sql/take-end.sql'), [END_SPACE, runId]);
    // Read after the lock is ours: it may have been another's a moment ago.
    const { rows } = await client.query(readSql(import.meta.url, './sql/hold-run.sql'), [runId]);
    if (!v.parse(endRow, taken.rows[0]).mine || rows.length === 0) {
      await rollBack(client);
      return { kind: 'wait', ms: IDLE_MS };
    }
    const run = v.parse(held, rows[0]);
    const turn = await step(client, worker, settings, {
      phase: run.phase,
      verified: run.verified,
      round: run.verify_round,
      remainingOnly: run.remaining_only,
    });
    await client.query('commit');
    return turn;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

/** Where the end of a run stands. */
export interface Ending {
  readonly phase: RunPhase;
  readonly verified: readonly string[] | null;
  readonly round: number;
  /** Whether only what remained since an earlier run is done, and verified at once. */
  readonly remainingOnly: boolean;
}

async function step(client: Client, worker: WorkerOptions, settings: BackfillSettings, ending: Ending): Promise<Turn> {
  if (ending.phase === 'lanes') return await enter(client, worker, 'sweep');
  if (ending.phase === 'sweep') {
    const turn = await sweep(client, worker, settings, ending.remainingOnly);
    if (turn !== null) return turn;
    return worker.backfill.verify === null || ending.remainingOnly ? await end(client, worker) : await enter(client, worker, 'verify');
  }
  const outcome = await verifyNext(client, worker, settings, ending);
  if (outcome === 'right') return await end(client, worker);
  return outcome === 'again' ? await enter(client, worker, 'lanes', 1) : { kind: 'wait', ms: 0 };
}

async function enter(client: Client, { runId, observer }: WorkerOptions, next: RunPhase, rounds = 0): Promise<Turn> {
  await client.query(readSql(import.meta.url, './sql/enter-phase.sql'), [runId, next, rounds]);
  observer({ kind: 'phase', phase: next });
  return { kind: 'wait', ms: 0 };
}

async function end(client: Client, worker: WorkerOptions): Promise<Turn> {
  const { runId, backfill } = worker;
  const left = await whatIsLeft(client, worker);
  await client.query(readSql(import.meta.url, './sql/end-run.sql'), [runId, left]);
  await recordEvent(client, 'backfill done', { backfill: backfill.name, run: String(runId), ...(left === null ? {} : { reason: left }) });
  return { kind: 'wait', ms: 0 };
}
