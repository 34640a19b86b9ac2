import { type Client, withClient } from '@godwit/postgres';
import { onRealServer, testServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { withProject } from './project.ts';
import { startProcess } from './run-process.ts';

const ROWS = 10_000;

/** Where the advisory locks of workers begin. */
const SLOT_SPACE = 1_196_377_600;

/** A hundred rows at a time, each batch with a pause: there is time to interfere. These tests look on all the time, and do not mind to wait. */
const FILES = {
  'backfills/hits/index.mjs':
    "export default { about: 'each row is hit', table: 'target', settings: { firstRows: 100, maxRows: 100, workers: 3, othersWait: 0 } };\n",
  'backfills/hits/work.sql':
    '/* @name Work */\nupdate target set hits = hits + 1 where id between :from and :to and hits = 0 and (select pg_sleep(0.05)) is not null;\n',
  'backfills/hits/remaining.sql': '/* @name Remaining */\nselect id from target where hits = 0 limit :n;\n',
};

const REVISIONS = [{ message: 'Create target', body: 'create table target (id int primary key, hits int not null default 0);' }];

const HITS = 'select hits, count(*)::int as rows from target group by hits';

const END_ALL_OTHERS =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

/** Processes of their own, slow to start where many run beside them. */
const LONGEST_MS = 180_000;

onRealServer(describe)('godwit backfill run', { timeout: LONGEST_MS }, () => {
  const withTarget = (
    run: (stage: {
      readonly client: Client;
      readonly database: string;
      readonly start: (...words: string[]) => ReturnType<typeof startProcess>;
    }) => Promise<void>,
  ) =>
    withDatabase(({ client, url, settings }) =>
      withProject({ revisions: REVISIONS, files: FILES }, async ({ folder }) => {
        const start = (...words: string[]) => startProcess(folder, words, { DATABASE_URL: url });
        expect(await start('upgrade').ended).toMatchObject({ code: 0 });
        await client.query(`insert into target select generate_series(1, ${ROWS})`);
        await run({ client, database: settings.database, start });
      }),
    );

  test('is paused by Ctrl-C after the batch that is under way, and goes on when it is run again', () =>
    withTarget(async ({ client, start }) => {
      const run = start('backfill', 'run', 'hits', '--workers', '1');
      await untilHit(client, 500);
      run.child.kill('SIGINT');
      expect(await run.ended).toEqual({ code: 130, signal: null });
      expect(run.stdout()).toMatch(/ {2}■ hits {2}paused just now {2}\d+ % {2}[\d,k .]+ of 10 k rows\n {6}interrupted by Ctrl-C\n/);
      expect(run.stderr()).toMatch(/^next: godwit backfill run hits$/m);
      const { rows } = await client.query('select state, reason from godwit.backfill_run');
      expect(rows).toEqual([{ state: 'paused', reason: 'interrupted by Ctrl-C' }]);
      const again = start('backfill', 'run', 'hits', '--workers', '1');
      expect(await again.ended).toEqual({ code: 0, signal: null });
      expect((await client.query(HITS)).rows).toEqual([{ hits: 1, rows: ROWS }]);
    }));

  test('shares the rows with workers in other processes', () =>
    withTarget(async ({ client, start }) => {
      const run = start('backfill', 'run', 'hits', '--workers', '1');
      await untilHit(client, 1);
      const helpers = [start('backfill', 'work', '--workers', '1'), start('backfill', 'work', '--workers', '1')];
      await untilWorkers(client, 3);
      for (const { ended } of [run, ...helpers]) expect(await ended).toEqual({ code: 0, signal: null });
      expect((await client.query(HITS)).rows).toEqual([{ hits: 1, rows: ROWS }]);
    }));

  test('goes on when all connections are ended, and so does work', () =>
    withTarget(async ({ client, start }) => {
      const run = start('backfill', 'run', 'hits', '--workers', '1');
      await untilHit(client, 1);
      const helper = start('backfill', 'work', '--workers', '1');
      await untilWorkers(client, 2);
      await client.query(END_ALL_OTHERS);
      for (const { ended, stderr } of [run, helper]) expect({ ...(await ended), said: stderr() }).toMatchObject({ code: 0, signal: null });
      expect(run.stderr().match(/the connection broke/g)).toHaveLength(1);
      expect((await client.query(HITS)).rows).toEqual([{ hits: 1, rows: ROWS }]);
    }));

  test('ends by Ctrl-C while there is no server too, and says that the run is not paused', () =>
    withTarget(async ({ client, start, database }) => {
      const run = start('backfill', 'run', 'hits', '--workers', '1');
      await untilHit(client, 1);
      // Nobody can connect any more; this test is connected.
      const allow = (connections: boolean) =>
        withClient(testServer().settings, (admin) => admin.query(`alter database ${database} with allow_connections ${connections}`));
      await allow(false);
      await client.query(END_ALL_OTHERS);
      await run.saysOnStderr('the connection broke');
      run.child.kill('SIGINT');
      expect(await run.ended).toEqual({ code: 130, signal: null });
      expect(run.stderr()).toContain(
        'the server does not answer, so that hits is not paused: nobody is at it\nnext: godwit backfill run hits\n',
      );
      await allow(true);
      expect((await client.query('select state from godwit.backfill_run')).rows).toEqual([{ state: 'running' }]);
    }));

  test('with --json tells progress and end, a value a line', () =>
    withTarget(async ({ start }) => {
      const run = start('backfill', 'run', 'hits', '--json');
      expect(await run.ended).toEqual({ code: 0, signal: null });
      const values = run
        .stdout()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(values.at(0)).toMatchObject({ event: 'progress', name: 'hits', state: 'running' });
      expect(values.at(-1)).toMatchObject({ event: 'done', name: 'hits', rowsSeen: ROWS, rowsChanged: ROWS, dead: 0, percent: 100 });
    }));
});

async function untilHit(client: Client, rows: number): Promise<void> {
  const found = async () => (await client.query('select count(*)::int as rows from target where hits > 0')).rows[0]?.rows;
  while ((await found()) < rows) await client.query('select pg_sleep(0.01)');
}

/** Resolves when so many sessions hold a place among the workers of the run. */
async function untilWorkers(client: Client, wanted: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select count(distinct pid)::int as workers from pg_locks
       where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())
         and classid::int8 > $1`,
      [SLOT_SPACE],
    );
    if (rows[0]?.workers === wanted) return;
    await client.query('select pg_sleep(0.01)');
  }
}
