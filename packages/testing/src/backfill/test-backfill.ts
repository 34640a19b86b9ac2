import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listDeadRows, loadBackfill, type Run, readWalkedTable, verifyBackfill } from '@godwit/backfill';
import { withDatabase as withMigrated } from '../database/with-database.ts';
import type { BackfillFixtures, PreparedDatabase } from './backfill-fixtures.ts';
import { runOnce } from './run-once.ts';

/** Compiled it stands beside this file as well. */
const KILLED_WORKER = fileURLToPath(new URL(`./killed-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));

/**
 * Takes a backfill through its life: run fresh; killed after its first batch, gone on with, run again; with an application that writes
 * meanwhile; with a row that cannot be done. Each time all rows that can be done are, verification agrees, and the effects are the same.
 *
 * @throws AssertionError with the part of its life that went wrong
 */
export async function testBackfill(fixtures: BackfillFixtures): Promise<void> {
  const expected = await fresh(fixtures);
  await killed(fixtures, expected);
  if (fixtures.meanwhile.length > 0) await withApplication(fixtures);
  if (fixtures.poison !== null) await poisoned(fixtures, fixtures.poison);
}

/** @returns the effects that every other way has to have */
function fresh(fixtures: BackfillFixtures): Promise<readonly unknown[]> {
  return loaded(fixtures, async (database) => {
    const { folder } = fixtures;
    const before = await effectsOf(fixtures, database);
    isDone('fresh', await runOnce({ folder, database }));
    await isVerified('fresh', fixtures, database);
    const effects = await effectsOf(fixtures, database);
    assert.notDeepEqual(
      effects,
      before,
      'fresh: it has no effects: either `load` leaves it nothing to do, or `effects` does not show what it writes',
    );
    return effects;
  });
}

function killed(fixtures: BackfillFixtures, expected: readonly unknown[]): Promise<void> {
  return loaded(fixtures, async (database) => {
    const { folder } = fixtures;
    const worker = spawn(process.execPath, [KILLED_WORKER, folder, database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
    worker.kill('SIGKILL');
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
    assert.equal(worker.signalCode, 'SIGKILL', 'killed: the worker ended before its first batch');
    isDone('killed', await runOnce({ folder, database }));
    await isVerified('killed', fixtures, database);
    assert.deepEqual(await effectsOf(fixtures, database), expected, 'killed: the effects are others than when it runs through');
    isDone('again', await runOnce({ folder, database }));
    assert.deepEqual(await effectsOf(fixtures, database), expected, 'again: to run it twice has other effects than to run it once');
  });
}

function withApplication(fixtures: BackfillFixtures): Promise<void> {
  return loaded(fixtures, async (database) => {
    const { folder, meanwhile } = fixtures;
    const statements = [...meanwhile];
    const written: Promise<unknown>[] = [];
    const run = await runOnce({
      folder,
      database,
      observer: ({ kind }) => {
        const statement = kind === 'batch' ? statements.shift() : undefined;
        if (statement !== undefined) written.push(database.client.query(statement));
      },
    });
    isDone('with an application', run);
    await Promise.all(written);
    assert.equal(statements.length, 0, 'with an application: the run had too few batches for all that it does; `load` more rows');
    // What was written at the very end is for the next run.
    isDone('with an application', await runOnce({ folder, database }));
    await isVerified('with an application', fixtures, database);
  });
}

function poisoned(fixtures: BackfillFixtures, poison: string): Promise<void> {
  return loaded(fixtures, async (database) => {
    const { folder } = fixtures;
    await database.client.query(poison);
    const paused = await runOnce({ folder, database, settings: { deadRows: 0 } });
    assert.equal(paused.state, 'paused', 'poisoned: a row that cannot be done does not pause it');
    const run = await runOnce({ folder, database, settings: { deadRows: 1 } });
    isDone('poisoned', run);
    const dead = await listDeadRows(database.client, run.id, 10);
    assert.equal(dead.length, 1, `poisoned: ${dead.length} rows are dead, not the one`);
    await isVerified('poisoned', fixtures, database, run.id);
  });
}

function loaded<Result>(fixtures: BackfillFixtures, run: (database: PreparedDatabase) => Promise<Result>): Promise<Result> {
  const { folder, target = 'head', load, withDatabase = (work) => withMigrated({ project: folder, target }, work) } = fixtures;
  return withDatabase(async (database) => {
    await load(database.client);
    return await run(database);
  });
}

async function effectsOf({ effects }: BackfillFixtures, { client }: PreparedDatabase): Promise<readonly unknown[]> {
  const { rows } = await client.query(`select to_jsonb(effect)::text as effect from (${effects}) as effect order by 1`);
  return rows;
}

function isDone(part: string, { state, reason }: Run): void {
  assert.equal(state, 'done', `${part}: the run is ${state}: ${reason ?? 'without a reason'}`);
}

async function isVerified(
  part: string,
  { folder }: BackfillFixtures,
  { client }: PreparedDatabase,
  runId: bigint | null = null,
): Promise<void> {
  const name = basename(folder);
  const backfill = await loadBackfill(dirname(folder), dirname(folder), name);
  const { table: named, key } = backfill.definition;
  const table = await readWalkedTable(client, { backfill: name, table: named, key });
  const signal = new AbortController().signal;
  const { wrong, remaining } = await verifyBackfill({ client, backfill, table, runId, signal, observer: () => undefined });
  assert.deepEqual(wrong, [], `${part}: verification finds wrong rows`);
  assert.deepEqual(remaining, [], `${part}: keys remain`);
}
