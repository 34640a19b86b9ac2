import { ensureLedger } from '@godwit/migrator';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readProgress } from '../run/read-progress.ts';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, MENDING_RATES, RATES } from '../testing/rates.ts';
import { runToEnd } from '../testing/start.ts';

const HITS = 'select hits, count(*)::int as rows from rate group by hits order by hits';

test('each row is done once, in batches, and the run is done when verification agrees', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, 5_000);
      const { state, run, events } = await runToEnd(database, backfill);
      expect(state).toBe('done');
      expect(run).toMatchObject({ state: 'done', reason: null, estimatedRows: 5_000n });
      expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 5_000 }]);
      expect(events.filter(({ kind }) => kind === 'batch').length).toBeGreaterThan(3);
      const lanes = await database.client.query(
        'select sum(rows_seen)::int as seen, sum(rows_changed)::int as changed from godwit.backfill_lane',
      );
      expect(lanes.rows).toEqual([{ seen: 5_000, changed: 5_000 }]);
    }),
  ));

test.each([0, 1])('a table of %i rows is done', (rows) =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, rows);
      expect((await runToEnd(database, backfill)).state).toBe('done');
      expect((await database.client.query('select count(*)::int as rows from rate where hits = 1')).rows).toEqual([{ rows }]);
    }),
  ),
);

test('three rows that cannot be done are dead, every other one is done', () =>
  withDatabase((database) =>
    withBackfill(
      { ...RATES, 'index.mjs': "{ about: 'dimensions', table: 'rate', settings: { firstRows: 100, deadRows: 3 } }" },
      async (backfill) => {
        await createRates(database.client, 5_000);
        await database.client.query('update rate set stars = -1 where id in (7, 2500, 4999)');
        const { state } = await runToEnd(database, backfill);
        expect(state).toBe('done');
        const dead = await database.client.query('select key, sqlstate from godwit.dead_row order by key');
        expect(dead.rows).toEqual(['2500', '4999', '7'].map((key) => ({ key: [key], sqlstate: '22012' })));
        expect((await database.client.query(HITS)).rows).toEqual([
          { hits: 0, rows: 3 },
          { hits: 1, rows: 4_997 },
        ]);
      },
    ),
  ));

test('unless dead rows are allowed, the first one pauses the run, with the reason', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, 2_000);
      await database.client.query('update rate set stars = -1 where id = 700');
      const { state, run } = await runToEnd(database, backfill);
      expect(state).toBe('paused');
      expect(run.reason).toBe('1 dead row, 0 allowed; key 700: division by zero (22012)');
      await database.client.query('update rate set stars = 4 where id = 700; delete from godwit.dead_row');
      await database.client.query("select godwit.backfill_resume('rates')");
      expect((await runToEnd(database, backfill)).state).toBe('done');
      expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 2_000 }]);
    }),
  ));

/** What an application does at the moment when a run comes to its next phase. */
const atPhase = (phase: 'sweep' | 'verify', sql: string) => `
  create function meanwhile() returns trigger language plpgsql as $$ begin ${sql}; return new; end $$;
  create trigger meanwhile after update of phase on godwit.backfill_run
    for each row when (new.phase = '${phase}' and new.verify_round = 1) execute function meanwhile()`;

test('rows that the application adds behind the lanes are swept up', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, 3_000);
      await database.client.query('delete from rate where id <= 100');
      await ensureLedger(database.client);
      await database.client.query(atPhase('sweep', 'insert into rate (id, stars) select n, 3 from generate_series(1, 50) as n'));
      const { state, events } = await runToEnd(database, backfill);
      expect(state).toBe('done');
      expect(events).toContainEqual({ kind: 'swept', keys: 50 });
      expect((await database.client.query(HITS)).rows).toEqual([{ hits: 1, rows: 2_950 }]);
    }),
  ));

test('a run of what remains has seen the rows that it has done', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, 300);
      expect((await runToEnd(database, backfill)).state).toBe('done');
      await database.client.query('insert into rate (id, stars) select n, 3 from generate_series(1001, 1007) as n');
      const { state, run } = await runToEnd(database, backfill, { scope: 'remaining' });
      expect(state).toBe('done');
      expect(await readProgress(database.client, [run.id])).toMatchObject([{ rowsSeen: 7, rowsChanged: 7 }]);
    }),
  ));

test('a row that is planted wrong is found by verification, and its range is done again', () =>
  withDatabase((database) =>
    withBackfill(MENDING_RATES, async (backfill) => {
      await createRates(database.client, 3_000);
      await ensureLedger(database.client);
      await database.client.query(atPhase('verify', "update rate set dims = '{9}' where id = 1234"));
      const { state, events } = await runToEnd(database, backfill);
      expect(state).toBe('done');
      const wrong = events.flatMap((event) => (event.kind === 'verified' ? [event.wrong] : []));
      expect(wrong.filter((count) => count > 0)).toEqual([1]);
      expect((await database.client.query('select dims, hits from rate where id = 1234')).rows).toEqual([
        { dims: Array(7).fill(5), hits: 2 },
      ]);
    }),
  ));

test('work that does not mend what verification finds pauses the run with expected and actual', () =>
  withDatabase((database) =>
    withBackfill(RATES, async (backfill) => {
      await createRates(database.client, 1_000);
      await database.client.query("update rate set dims = '{1}', hits = 1 where id = 500");
      const { state, run } = await runToEnd(database, backfill);
      expect(state).toBe('paused');
      expect(run.reason).toBe('1 row is wrong after being done again: 500 is {1}, not {1,1,1,1,1,1,1}');
    }),
  ));

test('keys that work leaves wrong pause the run instead of being tried for ever', () =>
  withDatabase((database) =>
    withBackfill(
      { ...RATES, 'remaining.sql': '/* @name Remaining */\nselect id from rate where id <= 7 limit :n;\n' },
      async (backfill) => {
        await createRates(database.client, 600);
        const { state, run } = await runToEnd(database, backfill);
        expect(state).toBe('paused');
        expect(run.reason).toBe('work.sql leaves keys as they are that remaining.sql calls wrong: 1; 2; 3; 4; 5; 2 more');
      },
    ),
  ));
