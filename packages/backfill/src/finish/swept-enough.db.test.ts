import { ensureLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, MENDING_RATES } from '../testing/rates.ts';
import { runToEnd } from '../testing/start.ts';

const LEFT =
  /^(?:1 key remains|[\d,]+ keys remain), first \d+: the application makes keys wrong while they are swept, 10 times over; a trigger would do what is written, another run does these$/;

/** An application that adds a row, as wrong as they used to be, whenever a sweep begins, and whenever something has been swept. */
const ADDS_BEHIND_EACH_SWEEP = `
  create sequence new_id start 100000;
  create function add_one() returns trigger language plpgsql as $$
  begin insert into rate (id, stars) values (nextval('new_id'), 3); return new; end $$;
  create trigger add_one after update of phase on godwit.backfill_run for each row when (new.phase = 'sweep') execute function add_one();
  create trigger add_one after insert or update on godwit.backfill_lane for each row when (new.lane = 0) execute function add_one()`;

/** Verification would do again the range that they are in. */
const { 'verify.sql': _, ...UNVERIFIED } = MENDING_RATES;

const BY_KEYS = '/* @name WorkKeys */\nupdate rate set dims = array_fill(stars, array[7]) where id = any (:keys);\n';

test.each([
  ['all, key by key', 'all', UNVERIFIED],
  ['all, by arrays of keys', 'all', { ...UNVERIFIED, 'work-keys.sql': BY_KEYS }],
  ['what remains, verified', 'remaining', MENDING_RATES],
] as const)('a run of %s ends although the application never stops to make keys wrong, and says what remains', (_, scope, files) =>
  withDatabase((database) =>
    withBackfill(files, async (backfill) => {
      const { client } = database;
      await createRates(client, 1_500);
      if (scope === 'remaining') await runToEnd(database, backfill);
      await ensureLedger(client);
      await client.query(ADDS_BEHIND_EACH_SWEEP);
      await client.query('insert into rate (id, stars) select n, 2 from generate_series(2001, 2500) as n');
      const { state, run } = await runToEnd(database, backfill, { scope });
      expect(state).toBe('done');
      expect(run.reason).toMatch(LEFT);
      const { rows } = await client.query(
        "select detail ->> 'reason' as reason from godwit.event where action = 'backfill done' order by id desc limit 1",
      );
      expect(rows).toEqual([{ reason: run.reason }]);
      expect(await wrongOf(client, 'id < 100000'), 'of those that were there before').toBe(0);
    }),
  ),
);

onRealServer(test)('a run ends beside an application that writes without end, with every row that was there before done', () =>
  withDatabase((database) =>
    withBackfill(MENDING_RATES, async (backfill) => {
      const { client } = database;
      await createRates(client, 3_000);
      const application = await database.connect();
      const ended = new AbortController();
      const writing = (async () => {
        for (let id = 100_000; !ended.signal.aborted; id++) await application.query('insert into rate (id, stars) values ($1, 4)', [id]);
      })();
      const { state } = await runToEnd(database, backfill).finally(() => ended.abort());
      await writing;
      expect(state).toBe('done');
      expect(await wrongOf(client, 'id < 100000')).toBe(0);
    }),
  ),
);

async function wrongOf(client: Client, which: string): Promise<unknown> {
  const { rows } = await client.query(
    `select count(*)::int as wrong from rate where dims is distinct from array_fill(stars, array[7]) and ${which}`,
  );
  return rows[0]?.wrong;
}
