import type { Client } from '@godwit/postgres';
import { afterBatch, afterConflict, type BatchSize } from '../batch/batch-size.ts';
import { judgeError } from '../batch/judge-error.ts';
import { settingsOf } from '../definition/settings.ts';
import { describeError } from '../errors/describe-error.ts';
import { pauseRun } from '../run/pause-run.ts';
import type { RunState } from '../run/run.ts';
import { leaveSlot, takeSlot } from '../run/slots.ts';
import { rollBack } from './begin-batch.ts';
import { reconnect } from './reconnect.ts';
import { rest } from './rest.ts';
import { takeTurn } from './take-turn.ts';
import type { WorkerOptions } from './worker.ts';
import { sizeOf, type WorkerMemory } from './worker-memory.ts';

/** So many times in a row even a single row was in somebody's way. */
const MOST_CONFLICTS = 40;

const CONFLICT_PAUSE_MS = 50;

const NO_SLOT_MS = 300;

/** Longest rest after a batch, however slow the signals want it. */
const LONGEST_REST_MS = 10_000;

/**
 * Works until the run is over, paused or cancelled, or the signal is raised. Broken connections are opened again, and what was in somebody's
 * way is tried again with fewer rows; an error that is about neither a row nor the moment pauses the run, with its words as the reason.
 *
 * @returns the state of the run; null when the signal ended the work
 * @throws ServerLost when there is no server for longer than a restart takes
 */
export async function runWorker(worker: WorkerOptions): Promise<RunState | null> {
  const { signal, backfill } = worker;
  const settings = settingsOf(backfill.definition.settings, {});
  const memory: WorkerMemory = { lane: null, size: null, settings };
  let conflicts = 0;
  const line: Line = { client: null, slot: null };
  try {
    while (!signal.aborted) {
      line.client ??= await reconnect(worker);
      if (line.client === null) break;
      try {
        if (!(await holdSlot(line, worker, memory))) {
          await rest(NO_SLOT_MS, signal);
          continue;
        }
        const turn = await takeTurn(line.client, worker, memory);
        conflicts = 0;
        if (turn.kind === 'ended') return turn.state;
        if (turn.kind === 'worked')
          memory.size = afterBatch(sizeOf(memory), turn, { targetMs: memory.settings.batchMs, maxRows: memory.settings.maxRows });
        await rest(turn.kind === 'wait' ? turn.ms : restAfter(turn.ms, turn.level), signal);
      } catch (error) {
        conflicts++;
        memory.size = await recover(line, worker, { error, size: sizeOf(memory), conflicts });
      }
    }
    return null;
  } finally {
    await line.client?.end().catch(() => undefined);
  }
}

/** A worker's connection and its place among the workers of the run. */
interface Line {
  client: Client | null;
  slot: number | null;
}

/** Whether there is a place for this worker; one that the settings no longer have room for gives its own back. */
async function holdSlot(line: Line, { runId }: WorkerOptions, { settings }: WorkerMemory): Promise<boolean> {
  if (line.client === null) return false;
  if (line.slot !== null && line.slot > settings.workers) {
    await leaveSlot(line.client, runId, line.slot);
    line.slot = null;
  }
  line.slot ??= await takeSlot(line.client, runId, settings.workers);
  return line.slot !== null;
}

interface Failure {
  readonly error: unknown;
  readonly size: BatchSize;
  readonly conflicts: number;
}

/** Makes the next turn possible, or sees to it that there is none. @returns the next size */
async function recover(line: Line, worker: WorkerOptions, { error, size, conflicts }: Failure): Promise<BatchSize> {
  const { observer, signal, runId } = worker;
  const verdict = worker.now?.aborted === true ? 'again' : judgeError(error);
  if (verdict === 'gone') {
    observer({ kind: 'disconnected', error });
    await line.client?.end().catch(() => undefined);
    line.client = null;
    line.slot = null;
    return size;
  }
  if (verdict === 'again' && (size.rows > 1 || conflicts < MOST_CONFLICTS)) {
    observer({ kind: 'conflict', error, rows: size.rows });
    await rest(CONFLICT_PAUSE_MS * Math.min(conflicts, 20) * (0.5 + Math.random()), signal);
    return afterConflict(size);
  }
  // A service that was interrupted says so; that is no reason to pause.
  if (line.client !== null && !signal.aborted) {
    await rollBack(line.client);
    await pauseRun(line.client, runId, describeError(error));
  }
  return size;
}

/** So that work takes only the share of time that the signals leave it. */
function restAfter(ms: number, level: number): number {
  return level <= 0 ? 0 : Math.min(LONGEST_REST_MS, (ms * level) / Math.max(0.01, 1 - level));
}
