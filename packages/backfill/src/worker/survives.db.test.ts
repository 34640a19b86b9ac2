import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ensureLedger } from '@godwit/migrator';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, MENDING_RATES, RATES } from '../testing/rates.ts';
import { runToEnd } from '../testing/start.ts';

const HITS = 'select hits, count(*)::int as rows from rate group by hits';

const quick = (settings: string) => `{ about: 'dimensions', table: 'rate', settings: { firstRows: 50, maxRows: 50, ${settings} } }`;

onRealServer(describe)('a run goes on', () => {
  test('when its connections are ended again and again, also around COMMIT', () =>
    withDatabase((database) =>
      withBackfill({ ...RATES, 'index.mjs': quick('workers: 3') }, async (backfill) => {
        await createRates(database.client, 3_000);
        let batches = 0;
        const { state, events } = await runToEnd(database, backfill, {
          workers: 3,
          observer: ({ kind }) => {
            if (kind !== 'batch' || ++batches % 7 !== 0) return;
            void database.client.query(
              "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ~* 'commit|update rate'",
            );
          },
        });
        expect(state).toBe('done');
        expect(events.some(({ kind }) => kind === 'disconnected')).toBe(true);
        expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 3_000 }]);
      }),
    ));

  test('when a machine vanishes in the middle of a batch: the server frees what it held', () =>
    withDatabase((database) =>
      withBackfill({ ...RATES, 'index.mjs': quick('workers: 2, idleTimeoutMs: 500') }, async (backfill, root) => {
        await createRates(database.client, 20_000);
        await ensureLedger(database.client);
        const script = fileURLToPath(import.meta.resolve('../testing/worker-process.ts'));
        const frozen = spawn(process.execPath, [script, database.url, root, 'rates', '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
        try {
          await once(frozen.stdout, 'data');
          frozen.kill('SIGSTOP');
          // As if it had stood still for long: somebody else has to look at the signals now.
          await database.client.query(`update godwit.backfill_run set health = health || '{"at": "2020-01-01", "looked": "2020-01-01"}'`);
          expect((await runToEnd(database, backfill, { workers: 1 })).state).toBe('done');
        } finally {
          frozen.kill('SIGKILL');
          await once(frozen, 'exit');
        }
        expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 20_000 }]);
      }),
    ));

  test('when a lock is in its way, with smaller batches', () =>
    withDatabase((database) =>
      withBackfill({ ...RATES, 'index.mjs': quick('lockTimeoutMs: 50') }, async (backfill) => {
        await createRates(database.client, 500);
        const blocker = await database.connect();
        await blocker.query('begin; select from rate where id = 250 for update');
        let conflicts = 0;
        const { state } = await runToEnd(database, backfill, {
          workers: 1,
          observer: ({ kind }) => {
            if (kind === 'conflict' && ++conflicts === 4) void blocker.query('commit');
          },
        });
        expect([state, conflicts >= 4]).toEqual(['done', true]);
        expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 500 }]);
      }),
    ));

  test('when a batch takes longer than a statement may', () =>
    withDatabase((database) =>
      withBackfill(
        {
          ...RATES,
          'index.mjs': quick('statementTimeoutMs: 150'),
          'work.sql': `/* @name Work */
update rate set dims = array_fill(stars, array[7]), hits = hits + 1
where id between :from and :to and dims is null and pg_sleep(0.01) is not null;
`,
        },
        async (backfill) => {
          await createRates(database.client, 60);
          const { state, events } = await runToEnd(database, backfill, { workers: 1 });
          expect(state).toBe('done');
          expect(events.some(({ kind }) => kind === 'conflict')).toBe(true);
          expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 60 }]);
        },
      ),
    ));

  test('when two batches deadlock', () =>
    withDatabase((database) =>
      withBackfill({ ...RATES, 'index.mjs': quick('workers: 1') }, async (backfill) => {
        const { client } = database;
        await createRates(client, 100);
        await client.query(`alter database ${database.settings.database} set deadlock_timeout = '50ms'`);
        const rival = await database.connect();
        await rival.query('begin; update rate set stars = stars where id = 50');
        // The batch holds row 1 when it comes to row 50, where it waits for the rival, who then wants row 1.
        let conflicts = 0;
        const running = runToEnd(database, backfill, {
          workers: 1,
          observer: ({ kind }) => {
            if (kind === 'conflict') conflicts++;
          },
        });
        await waitUntilBlocked(client);
        const won = await rival.query('update rate set stars = stars where id = 1').then(
          () => true,
          () => false,
        );
        await rival.query(won ? 'commit' : 'rollback');
        expect((await running).state).toBe('done');
        expect(conflicts > 0 || !won, 'one of the two gave way').toBe(true);
        expect((await client.query(HITS)).rows).toEqual([{ hits: 1, rows: 100 }]);
      }),
    ));

  test('when a constraint that is deferred to COMMIT refuses a row: it is found and dead', () =>
    withDatabase((database) =>
      withBackfill({ ...MENDING_RATES, 'index.mjs': quick('deadRows: 1') }, async (backfill) => {
        const { client } = database;
        await createRates(client, 500);
        await client.query(`
          create table allowed (dims int[] primary key);
          insert into allowed select distinct array_fill(stars, array[7]) from rate;
          update rate set stars = 77 where id = 321;
          alter table rate add foreign key (dims) references allowed deferrable initially deferred`);
        expect((await runToEnd(database, backfill)).state).toBe('done');
        expect((await client.query('select key, sqlstate from godwit.dead_row')).rows).toEqual([{ key: ['321'], sqlstate: '23503' }]);
        expect((await client.query(HITS)).rows.toSorted((a, b) => a.hits - b.hits)).toEqual([
          { hits: 0, rows: 1 },
          { hits: 1, rows: 499 },
        ]);
      }),
    ));
});

onRealServer(test)('pause takes at most the batches that are under way, and resume goes on', () =>
  withDatabase((database) =>
    withBackfill({ ...RATES, 'index.mjs': quick('workers: 1') }, async (backfill) => {
      await createRates(database.client, 5_000);
      let [batches, atPause] = [0, 0];
      const { state, run } = await runToEnd(database, backfill, {
        workers: 1,
        observer: ({ kind }) => {
          if (kind === 'batch' && ++batches === 5)
            void database.client.query("select godwit.backfill_pause('rates', 'enough')").then(() => (atPause = batches));
        },
      });
      expect([state, run.reason]).toEqual(['paused', 'enough']);
      expect(batches - atPause).toBeLessThanOrEqual(1);
      expect((await database.client.query('select count(*)::int as rows from rate where hits > 0')).rows).toEqual([{ rows: batches * 50 }]);
      await database.client.query("select godwit.backfill_resume('rates')");
      expect((await runToEnd(database, backfill)).state).toBe('done');
      expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 5_000 }]);
    }),
  ),
);

onRealServer(test)('a signal of lag slows it, holds it, and lets it go on', () =>
  withDatabase((database) =>
    withBackfill(
      {
        ...RATES,
        'index.mjs':
          "{ about: 'dimensions', table: 'rate', settings: { firstRows: 50, maxRows: 50 }, signals: [{ name: 'lag', sql: 'select seconds from lag', slow: 1, stop: 3, unit: 's' }] }",
      },
      async (backfill) => {
        const { client } = database;
        await createRates(client, 10_000);
        await client.query('create table lag (seconds float8); insert into lag values (5)');
        const levels: number[] = [];
        const { state, events } = await runToEnd(database, backfill, {
          workers: 1,
          observer: (event) => {
            if (event.kind !== 'health') return;
            levels.push(event.health.level);
            void client.query('update lag set seconds = seconds - 2.5');
          },
        });
        expect(state).toBe('done');
        expect(levels.slice(0, 3)).toEqual([1, 0.75, 0]);
        const order = events.flatMap(({ kind }, index) => (kind === 'batch' ? [index] : []));
        const second = events.findIndex((event) => event.kind === 'health' && event.health.level < 1);
        expect(Math.min(...order), 'no batch while it was held').toBeGreaterThan(second);
        expect((await client.query(HITS)).rows).toEqual([{ hits: 1, rows: 10_000 }]);
      },
    ),
  ),
);

test('other code does not go on with a run unless that is said', () =>
  withDatabase((database) =>
    withBackfill({ ...RATES, 'index.mjs': quick('workers: 1') }, async (backfill) => {
      await createRates(database.client, 200);
      await database.client.query('update rate set stars = -1 where id = 60');
      expect((await runToEnd(database, backfill)).state).toBe('paused');
      await withBackfill({ ...MENDING_RATES, 'index.mjs': quick('workers: 1') }, async (changed) => {
        await expect(runToEnd(database, changed)).rejects.toMatchObject({ code: 'GW411' });
        await database.client.query("select godwit.backfill_resume('rates'); delete from godwit.dead_row");
        expect((await runToEnd(database, changed, { acceptCode: true })).state).toBe('done');
      });
      const { rows } = await database.client.query(
        "select detail->>'from' as from_code from godwit.event where action = 'backfill accept code'",
      );
      expect(rows).toEqual([{ from_code: backfill.codeHash }]);
    }),
  ));

test('updated_at of the rows stays, since the trigger knows who writes', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      const { client } = database;
      await createRates(client, 300);
      await client.query(`
        alter table rate add column updated_at timestamptz not null default '2020-01-01';
        create function touch() returns trigger language plpgsql as $$
        begin
          if coalesce(current_setting('godwit.backfill', true), '') = '' then new.updated_at := now(); end if;
          return new;
        end $$;
        create trigger touch before update on rate for each row execute function touch()`);
      expect((await runToEnd(database, backfill)).state).toBe('done');
      expect((await client.query("select count(*)::int as rows from rate where updated_at = '2020-01-01'")).rows).toEqual([{ rows: 300 }]);
    }),
  ));

/** Resolves when some session waits for a lock. */
async function waitUntilBlocked(client: { query(sql: string): Promise<{ rows: unknown[] }> }): Promise<void> {
  for (;;) {
    const { rows } = await client.query("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    if (rows.length > 0) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
