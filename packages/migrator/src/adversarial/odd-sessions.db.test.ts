import { quoteIdentifier } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { BodyRefused } from '../execute/execution-errors.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { historyOf } from '../testing/history-of.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';

const history = historyOf([
  { slug: 'a', body: "create table a (day date default '03/02/2024'); set datestyle to 'German'", revert: 'drop table a' },
  { slug: 'b', body: 'create table b (x int)', revert: 'drop table b' },
  {
    slug: 'c',
    body: '--! no-transaction\ncreate index concurrently ix on b (x)',
    revert: '--! no-transaction\ndrop index concurrently ix',
  },
]);

onRealServer(test)('a database that writes dates in another style: read as they are, and its order of day and month stays', () =>
  withDatabase(async (database) => {
    const { client, settings } = database;
    await client.query(`alter database ${quoteIdentifier(settings.database)} set datestyle to 'SQL, DMY'`);
    await upgrade(database, history);
    const fresh = await database.connect();
    const { applied } = await readLedger(fresh);
    expect(applied).toHaveLength(3);
    for (const { appliedAt } of applied) expect(Number.isNaN(appliedAt.getTime())).toBe(false);
    const { rows } = await fresh.query("select pg_get_expr(adbin, adrelid) as day from pg_attrdef where adrelid = 'a'::regclass");
    expect(rows).toEqual([{ day: "'2024-02-03'::date" }]);
    expect((await downgrade(database, history)).applied).toHaveLength(3);
  }),
);

test.each(['set standard_conforming_strings = off', 'set standard_conforming_strings to 0'])(
  '%s is refused: psql and godwit would store different texts',
  (statement) =>
    withDatabase(async (database) => {
      const odd = historyOf([{ slug: 'a', body: `${statement}; create table t as select 'a\\\\b' as word` }]);
      expect(await upgrade(database, odd).catch((error: unknown) => error)).toBeInstanceOf(BodyRefused);
      const dump = historyOf([{ slug: 'a', body: 'set standard_conforming_strings = on; select 1' }]);
      expect((await upgrade(database, dump)).applied).toHaveLength(1);
    }),
);
