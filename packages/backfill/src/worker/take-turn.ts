import { type Client, readSql } from '@godwit/postgres';
import { applyRange } from '../batch/apply-range.ts';
import { workRange } from '../batch/work-span.ts';
import { settingsOf } from '../definition/settings.ts';
import { finishTurn } from '../finish/finish-turn.ts';
import { nextRange } from '../key/next-range.ts';
import { countDeadRows } from '../run/dead-rows.ts';
import { beginBatch, rollBack } from './begin-batch.ts';
import { type Claim, type ClaimedLane, claim } from './claim.ts';
import { finishBatch } from './finish-batch.ts';
import { splitLane } from './split-lane.ts';
import { workExternally } from './work-externally.ts';
import { appliedBy, type Turn, type WorkerOptions } from './worker.ts';
import { sizeOf, type WorkerMemory } from './worker-memory.ts';

/** While nothing is to be had. */
const IDLE_MS = 100;

/** While the signals hold the run, and until somebody has looked at them for the first time. */
const HELD_MS = 500;
const UNSEEN_MS = 20;

/** Seconds after which a look at the signals says nothing about now. */
const STALE_S = 10;

/**
 * One turn of a worker: a batch, a step of the end, or nothing because others are at it or a signal holds. Claim, work and checkpoint are one
 * transaction; after any error nothing of it stays.
 *
 * @throws whatever the batch failed of, rolled back
 */
export async function takeTurn(client: Client, worker: WorkerOptions, memory: WorkerMemory): Promise<Turn> {
  const { backfill, runId } = worker;
  await beginBatch(client, backfill.name, memory.settings);
  let claimed: Claim;
  try {
    claimed = await claim(client, runId, memory.lane);
    memory.settings = settingsOf(backfill.definition.settings, claimed.settings);
    const turn = await useClaim(client, worker, memory, claimed);
    if (turn !== null) return turn;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
  const turn = await finishTurn(client, worker, memory.settings);
  return turn.kind === 'worked' ? { ...turn, level: claimed.level } : turn;
}

/** @returns null, rolled back, when no lane is left and the end has to be seen to */
async function useClaim(client: Client, worker: WorkerOptions, memory: WorkerMemory, claimed: Claim): Promise<Turn | null> {
  const { lane, state, level, healthAge, lanesOpen } = claimed;
  const held = state === 'running' && (level >= 1 || healthAge === null || healthAge > STALE_S);
  if (state === 'running' && !held && lane !== null) return await doBatch(client, worker, memory, { lane, level });
  await rollBack(client);
  if (state !== 'running') return { kind: 'ended', state };
  if (held) return { kind: 'wait', ms: healthAge === null ? UNSEEN_MS : HELD_MS };
  if (!lanesOpen) return null;
  return { kind: 'wait', ms: (await splitLane(client, worker, memory)) ? 0 : IDLE_MS };
}

interface HeldLane {
  readonly lane: ClaimedLane;
  readonly level: number;
}

async function doBatch(client: Client, worker: WorkerOptions, memory: WorkerMemory, { lane, level }: HeldLane): Promise<Turn> {
  const { backfill, table, observer } = worker;
  const { mode } = backfill.definition;
  const { settings } = memory;
  const started = performance.now();
  const range = await nextRange(
    client,
    table,
    lane,
    mode === 'external' ? settings.externalRows : Math.min(sizeOf(memory).rows, settings.maxRows),
  );
  if (range === null) return await closeLane(client, worker, lane);
  const dead = await countDeadRows(client, worker.runId);
  const work = { client, table, deadRowsLeft: settings.deadRows - dead };
  const outcome =
    mode === 'external'
      ? await workExternally(client, worker, { lane, range, work, settings })
      : await workRange({ ...work, apply: (part) => applyRange(appliedBy(client, worker), part) }, lane.low, range);
  memory.lane = lane.lane;
  if (outcome === null) return { kind: 'wait', ms: 0 };
  await finishBatch(client, worker, { lane: lane.lane, range, outcome, deadRowLimit: settings.deadRows });
  const ms = performance.now() - started;
  observer({ kind: 'batch', range, rows: range.rows, changed: outcome.changed, ms });
  return { kind: 'worked', rows: range.rows, ms, level };
}

/** Nothing is left in it: rows were deleted, or it was cut too fine. */
async function closeLane(client: Client, { runId }: WorkerOptions, { lane }: ClaimedLane): Promise<Turn> {
  await client.query(readSql(import.meta.url, './sql/move-cursor.sql'), [runId, lane, null, true, 0, 0]);
  await client.query('commit');
  return { kind: 'wait', ms: 0 };
}
