import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { applyKeys } from '../batch/apply-range.ts';
import { type DeadRow, deadRow } from '../batch/dead-row.ts';
import { judgeError } from '../batch/judge-error.ts';
import type { BackfillSettings } from '../definition/settings.ts';
import { describeKey, type Key } from '../key/key.ts';
import type { KeySpan } from '../key/next-range.ts';
import { spanOver } from '../key/span-over.ts';
import { cutLanes, LANES_A_WORKER } from '../lanes/cut-lanes.ts';
import { countDeadRows } from '../run/dead-rows.ts';
import { addLanes } from '../run/open-run.ts';
import { pauseRun } from '../run/pause-run.ts';
import { noteDeadRows } from '../worker/finish-batch.ts';
import { appliedBy, type Turn, type WorkerOptions } from '../worker/worker.ts';
import { findWrongKeys, inWords } from './find-wrong.ts';
import { remainingKeys } from './remaining-keys.ts';
import { countSwept, sweptEnough } from './swept-enough.ts';

/** Keys of one sweep. */
const KEYS = 1_000;

/** Named when they stay wrong. */
const SHOWN = 5;

/**
 * Does the keys that are wrong all the same: the application has written while the lanes were walked, or the run has only these to do. Keys
 * that stay wrong pause the run: to try them for ever would not mend them. Nor does it chase an application that never stops: see `sweptEnough`.
 *
 * @param verifies whether the keys are verified here, since nobody walks the whole table afterwards
 * @returns null when none is left, or the run has swept enough
 */
export async function sweep(client: Client, worker: WorkerOptions, settings: BackfillSettings, verifies: boolean): Promise<Turn | null> {
  const { runId, observer } = worker;
  const started = performance.now();
  const dead = await countDeadRows(client, runId);
  const find = (deadNow: number) => remainingKeys(client, worker, { runId, limit: KEYS, dead: deadNow });
  const keys = await find(dead);
  if (keys.length === 0 || (await sweptEnough(client, worker))) return null;
  if (worker.backfill.definition.mode === 'external')
    return await openLanes(client, worker, keys, [await spanOver(client, worker.table, keys)]);
  // So many that to walk the table again is faster than to do them key by key.
  if (keys.length === KEYS && worker.backfill.workKeys === null)
    return await openLanes(client, worker, keys, await cutLanes(client, worker.table, settings.workers * LANES_A_WORKER));
  const outcome = await workKeys(client, worker, keys, settings.deadRows - dead);
  await countSwept(client, runId, { changed: outcome.changed, seen: keys.length, isWhole: keys.length < KEYS });
  await noteDeadRows(client, worker, outcome.dead, settings.deadRows);
  const stuck = await stillWrong(client, worker, outcome.done, () => find(dead + outcome.dead.length));
  if (stuck.length > 0) await pauseForStuck(client, runId, stuck);
  else if (verifies) await verifyKeys(client, worker, outcome.done);
  if (outcome.dead.length > 0) observer({ kind: 'dead', rows: outcome.dead });
  observer({ kind: 'swept', keys: keys.length });
  return { kind: 'worked', rows: keys.length, ms: performance.now() - started, level: 0 };
}

/** How often a key is done that is wrong again: the application may have written to it in between. */
const TRIES = 3;

/** Of keys that were done, those that `remaining.sql` still finds after some tries. */
async function stillWrong(
  client: Client,
  worker: WorkerOptions,
  done: readonly Key[],
  find: () => Promise<readonly Key[]>,
): Promise<readonly Key[]> {
  let stuck = done;
  for (let tried = 1; ; tried++) {
    const left = new Set((await find()).map((key) => JSON.stringify(key)));
    stuck = stuck.filter((key) => left.has(JSON.stringify(key)));
    if (stuck.length === 0 || tried === TRIES) return stuck;
    await applyKeys(appliedBy(client, worker), stuck);
  }
}

/** Compares expected with actual for each; wrong ones pause the run. */
async function verifyKeys(client: Client, worker: WorkerOptions, keys: readonly Key[]): Promise<void> {
  const wrong = await findWrongKeys(client, worker, keys, worker.runId);
  if (wrong.count > 0)
    await pauseRun(
      client,
      worker.runId,
      `${wrong.count === 1 ? 'a row is' : `${wrong.count} rows are`} wrong after being done: ${inWords(wrong)}`,
    );
}

/** Nothing that has been tried mends them. */
async function pauseForStuck(client: Client, runId: bigint, keys: readonly Key[]): Promise<void> {
  const shown = keys.slice(0, SHOWN).map(describeKey).join('; ');
  const more = keys.length > SHOWN ? `; ${keys.length - SHOWN} more` : '';
  await pauseRun(client, runId, `work.sql leaves keys as they are that remaining.sql calls wrong: ${shown}${more}`);
}

const countRow = v.object({ progress: v.boolean() });

/** Keys become lanes: no transaction may be open while a service works. When nothing was written since they last did, they are stuck. */
async function openLanes(client: Client, worker: WorkerOptions, keys: readonly Key[], spans: readonly KeySpan[]): Promise<Turn> {
  const { runId, observer } = worker;
  const { rows } = await client.query(readSql(import.meta.url, './sql/note-sweep.sql'), [runId]);
  if (v.parse(countRow, rows[0]).progress) {
    await countSwept(client, runId, { changed: 0, seen: 0, isWhole: true });
    await addLanes(client, runId, spans);
    await client.query(readSql(import.meta.url, './sql/enter-phase.sql'), [runId, 'lanes', 0]);
    observer({ kind: 'swept', keys: keys.length });
  } else await pauseForStuck(client, runId, keys);
  return { kind: 'wait', ms: 0 };
}

interface KeysOutcome {
  readonly changed: number;
  readonly done: readonly Key[];
  readonly dead: readonly DeadRow[];
}

/** All at once; when the data of one is refused, by halves until it is alone. Ends with the first dead row too many. */
async function workKeys(client: Client, worker: WorkerOptions, keys: readonly Key[], deadRowsLeft: number): Promise<KeysOutcome> {
  await client.query('savepoint godwit_keys');
  try {
    const changed = await applyKeys(appliedBy(client, worker), keys);
    await client.query('set constraints all immediate; release savepoint godwit_keys');
    return { changed, done: keys, dead: [] };
  } catch (error) {
    if (judgeError(error) !== 'data') throw error;
    await client.query('rollback to savepoint godwit_keys; release savepoint godwit_keys');
    const [key, second] = keys;
    if (key === undefined) throw error;
    if (second === undefined) return { changed: 0, done: [], dead: [deadRow(key, error)] };
    const half = Math.ceil(keys.length / 2);
    const one = await workKeys(client, worker, keys.slice(0, half), deadRowsLeft);
    if (one.dead.length > deadRowsLeft) return one;
    const other = await workKeys(client, worker, keys.slice(half), deadRowsLeft - one.dead.length);
    return { changed: one.changed + other.changed, done: [...one.done, ...other.done], dead: [...one.dead, ...other.dead] };
  }
}
