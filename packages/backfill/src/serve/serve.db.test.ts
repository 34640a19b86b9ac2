import { ensureLedger } from '@godwit/migrator';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { pauseBackfill } from '../run/control.ts';
import { listGivenUp } from '../run/list-given-up.ts';
import { type BackfillFiles, withBackfill } from '../testing/backfill-folder.ts';
import { createRates, MENDING_RATES, RATES } from '../testing/rates.ts';
import { serveOptions } from '../testing/serve-options.ts';
import { queue, whileServing } from '../testing/serving.ts';
import { runToEnd } from '../testing/start.ts';
import { openBoss } from './open-boss.ts';
import { jobData, VERIFY_QUEUE } from './queues.ts';

const HITS = 'select hits, count(*)::int as rows from rate group by hits order by hits';

function withRates(files: BackfillFiles, rows: number, run: (database: TestDatabase, root: string) => Promise<void>): Promise<void> {
  return withDatabase((database) =>
    withBackfill(files, async (_, root) => {
      await createRates(database.client, rows);
      await ensureLedger(database.client);
      await run(database, root);
    }),
  );
}

/** What pg-boss does when it is time. */
async function sendAsSchedule(database: TestDatabase, name: string): Promise<void> {
  const nothing = () => undefined;
  const { boss, close } = await openBoss({ connect: database.connect, pace: null, onLost: nothing, onBack: nothing, onTrouble: nothing });
  await boss.send(name, jobData('schedule'));
  await close();
}

const jobs = async ({ client }: TestDatabase) =>
  (await client.query("select name, state::text from pgboss.job where name like 'godwit/%' order by created_on")).rows;

onRealServer(describe)('whoever serves', () => {
  test('does a run that was queued before, and says that nothing remains the next time', () =>
    withRates(RATES, 500, async (database, root) => {
      expect(await queue(database, 'rates')).toMatchObject({ serving: 0 });
      await whileServing(database, root, async ({ until }) => {
        expect(await until('ended')).toMatchObject({ progress: { name: 'rates', state: 'done' } });
        expect(await queue(database, 'rates')).toMatchObject({ serving: 1 });
        await until('upToDate');
      });
      expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 500 }]);
      expect((await jobs(database)).map(({ state }) => state)).toEqual(['completed', 'completed']);
    }));

  test('does in one run what was asked for many times, and leaves what is for later', () =>
    withRates(RATES, 100, async (database, root) => {
      for (let times = 0; times < 3; times++) await queue(database, 'rates');
      await queue(database, 'rates', new Date(Date.now() + 3_600_000));
      await whileServing(database, root, ({ until }) => until('ended'));
      expect((await jobs(database)).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'cancelled', 'completed', 'created']);
    }));

  test('has the schedules of the definitions, and no others', () =>
    withRates(
      { ...RATES, 'index.mjs': "{ about: 'a', table: 'rate', schedule: { cron: '0 3 * * *', timezone: 'Europe/Berlin' } }" },
      10,
      async (database, root) => {
        const schedules = async () => (await database.client.query('select name, cron, timezone from pgboss.schedule order by name')).rows;
        await whileServing(database, root, ({ until }) => until('serving'));
        expect(await schedules()).toEqual([
          { name: 'godwit-verify', cron: '0 4 * * *', timezone: 'UTC' },
          { name: 'godwit/rates', cron: '0 3 * * *', timezone: 'Europe/Berlin' },
        ]);
        await withBackfill({ ...RATES, 'index.mjs': "{ about: 'a', table: 'rate', schedule: '30 1 * * *' }" }, (_, other) =>
          whileServing(database, other, ({ until }) => until('serving'), { verifyAt: null }),
        );
        expect(await schedules()).toEqual([{ name: 'godwit/rates', cron: '30 1 * * *', timezone: 'UTC' }]);
        await withBackfill(RATES, (_, other) =>
          whileServing(database, other, async ({ until }) => expect(await until('serving')).toMatchObject({ unscheduled: ['rates'] }), {
            verifyAt: null,
          }),
        );
        expect(await schedules()).toEqual([]);
      },
    ));

  test('refuses a schedule that is none', () =>
    withRates({ ...RATES, 'index.mjs': "{ about: 'a', table: 'rate', schedule: '0 99 * * *' }" }, 10, (database, root) =>
      expect(whileServing(database, root, ({ until }) => until('serving'))).rejects.toMatchObject({
        code: 'GW453',
        message: 'The schedule of rates, "0 99 * * *", cannot be used',
      }),
    ));

  test('leaves paused what somebody has paused, whoever asks', () =>
    withRates(RATES, 5_000, async (database, root) => {
      const { client } = database;
      await withBackfill(RATES, async (backfill) => {
        const stop = new AbortController();
        await runToEnd(database, backfill, { workers: 1, signal: stop.signal, observer: () => stop.abort() });
      });
      await pauseBackfill(client, 'rates', 'the fair is on');
      await expect(queue(database, 'rates')).rejects.toMatchObject({ code: 'GW455', details: ['the fair is on'] });
      await whileServing(database, root, async ({ until }) => {
        await until('serving');
        await sendAsSchedule(database, 'godwit/rates');
        expect(await until('leftPaused')).toEqual({ kind: 'leftPaused', backfill: 'rates', reason: 'the fair is on' });
      });
      expect((await client.query('select state, reason from godwit.backfill_run')).rows).toEqual([
        { state: 'paused', reason: 'the fair is on' },
      ]);
    }));

  test('finds a wrong row by verification, notes it, and mends it', () =>
    withRates(MENDING_RATES, 300, async (database, root) => {
      const { client } = database;
      await withBackfill(MENDING_RATES, (backfill) => runToEnd(database, backfill));
      await client.query('update rate set dims = array[9] where id = 77');
      await whileServing(database, root, async ({ until }) => {
        await until('serving');
        await sendAsSchedule(database, VERIFY_QUEUE);
        expect(await until('verified')).toMatchObject({ backfill: 'rates', verification: { wrongRows: 1, wrong: [{ key: ['77'] }] } });
        expect(await until('ended')).toMatchObject({ progress: { state: 'done' } });
      });
      expect((await client.query('select dims = array_fill(stars, array[7]) as right from rate where id = 77')).rows).toEqual([
        { right: true },
      ]);
      expect(
        (await client.query("select outcome, detail ->> 'wrong' as wrong from godwit.event where action = 'backfill verify'")).rows,
      ).toEqual([{ outcome: 'failed', wrong: '1' }]);
    }));

  test('tries again what failed since the server was gone', () =>
    withRates(RATES, 100, async (database, root) => {
      const { open } = await serveOptions(database.settings, root);
      let refusals = 2;
      await queue(database, 'rates');
      await whileServing(
        database,
        root,
        async ({ until, events }) => {
          expect(await until('ended')).toMatchObject({ progress: { state: 'done' } });
          expect(events.filter(({ kind }) => kind === 'failed')).toMatchObject([
            { backfill: 'rates', tries: 1, isLast: false },
            { backfill: 'rates', tries: 2, isLast: false },
          ]);
        },
        {
          open: async (client, name) => {
            if (refusals-- > 0) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
            return await open(client, name);
          },
        },
      );
    }));

  test('gives up after the last try, and leaves word of it where people look', () =>
    withRates(RATES, 100, async (database, root) => {
      await queue(database, 'rates');
      await database.client.query("update pgboss.job set retry_limit = 1 where name = 'godwit/rates'");
      const reason = 'connect ECONNREFUSED (ECONNREFUSED)';
      await whileServing(
        database,
        root,
        async ({ until }) => expect(await until('gaveUp')).toEqual({ kind: 'gaveUp', backfill: 'rates', tries: 2, reason }),
        { open: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) },
      );
      expect((await database.client.query("select outcome, detail from godwit.event where action = 'backfill give up'")).rows).toEqual([
        { outcome: 'failed', detail: { backfill: 'rates', tries: 2, reason, next: 'godwit backfill queue rates' } },
      ]);
      expect(await listGivenUp(database.client)).toMatchObject([{ backfill: 'rates', tries: 2, reason }]);
      await queue(database, 'rates');
      await whileServing(database, root, ({ until }) => until('ended'));
      expect(await listGivenUp(database.client), 'once somebody has seen to it').toEqual([]);
    }));

  test('gives up a run whose process has vanished for the last time', () =>
    withRates(RATES, 100, async (database, root) => {
      await queue(database, 'rates');
      await database.client.query(
        `update pgboss.job set state = 'active', retry_limit = 0, started_on = now(), heartbeat_on = now() - interval '1 hour'
         where name = 'godwit/rates'`,
      );
      await whileServing(database, root, async ({ until }) =>
        expect(await until('gaveUp')).toMatchObject({ backfill: 'rates', tries: 1, reason: 'job heartbeat timeout' }),
      );
    }));

  test('tries as often what was queued before anybody served', () =>
    withRates(RATES, 10, async (database) => {
      await queue(database, 'rates');
      const { rows } = await database.client.query(
        "select retry_limit, heartbeat_seconds, expire_seconds from pgboss.job where name = 'godwit/rates'",
      );
      expect(rows).toEqual([{ retry_limit: 10, heartbeat_seconds: 30, expire_seconds: 86_400 }]);
    }));

  test('goes on when all its connections are ended', () =>
    withRates(RATES, 200, async (database, root) => {
      await whileServing(database, root, async ({ until }) => {
        await until('serving');
        await database.client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await queue(database, 'rates');
        expect(await until('ended')).toMatchObject({ progress: { state: 'done' } });
      });
    }));

  test('does not try again what time would not mend', () =>
    withRates({ ...RATES, 'index.mjs': "{ about: 'a', table: 'nowhere' }" }, 10, async (database, root) => {
      await queue(database, 'rates');
      await whileServing(database, root, async ({ until }) => {
        expect(await until('refused')).toMatchObject({ backfill: 'rates', error: { code: 'GW407' } });
      });
      expect(await jobs(database)).toEqual([{ name: 'godwit/rates', state: 'failed' }]);
      expect((await database.client.query("select outcome from godwit.event where action = 'backfill refuse'")).rows).toHaveLength(1);
    }));
});
