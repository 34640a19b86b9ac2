import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { eventSignal } from '../testing/event-signal.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { untilRow } from '../testing/until.ts';
import { Interrupted } from './execution-errors.ts';

onRealServer(describe)('Ctrl-C', () => {
  const history = historyOf([
    { slug: 'one', body: 'create table one ()' },
    { slug: 'long', body: 'create table two (); select pg_sleep(60)' },
  ]);

  test.each([false, true])('cancels the running statement and rolls its step back (verbose: %s)', (verbose) =>
    withDatabase(async (database) => {
      const { client } = database;
      const abort = new AbortController();
      const run = upgrade(database, history, 'head', { signal: abort.signal, settings: { verbose } }).catch((error: unknown) => error);
      await untilRow(client, "select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()");
      abort.abort();
      const failure = await run;
      expect(failure).toBeInstanceOf(Interrupted);
      expect(failure).toMatchObject({ code: 'GW224', revision: '000002-long', done: 1 });
      expect((await readLedger(client)).applied.map(({ details }) => details?.name)).toEqual(['000001-one']);
      const { rows } = await client.query(
        "select to_regclass('two') as two, (select outcome from godwit.event order by id desc limit 1) as outcome",
      );
      expect(rows).toEqual([{ two: null, outcome: 'interrupted' }]);
      expect(
        (await client.query("select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")).rows,
      ).toEqual([]);
    }),
  );

  test('ends the waiting for locks, for the ledger and for the advisory lock', () =>
    withDatabase(async (database) => {
      const one = historyOf([], history.revisions.slice(0, 1));
      await upgrade(database, one);
      const holder = await database.connect();
      for (const lock of [
        'lock table graphile_migrate.migrations in exclusive mode',
        'select pg_advisory_xact_lock(4727445306447283)',
        'lock table one',
      ]) {
        await holder.query(`begin; ${lock}`);
        const kind = lock === 'lock table one' ? 'retrying' : 'waiting';
        const { observer, seen } = eventSignal(kind);
        const abort = new AbortController();
        const two = historyOf([{ slug: 'alter', body: 'alter table one add a int' }], one.revisions);
        const run = upgrade(database, two, 'head', { observer, signal: abort.signal, settings: { lockTimeoutMs: 60 } }).catch(
          (error: unknown) => error,
        );
        await seen;
        abort.abort();
        expect(await run).toBeInstanceOf(Interrupted);
        await holder.query('rollback');
      }
      expect((await readLedger(database.client)).applied).toHaveLength(1);
    }));

  test('between two steps leaves the second one', () =>
    withDatabase(async (database) => {
      const abort = new AbortController();
      const two = historyOf([
        { slug: 'one', body: 'select 1' },
        { slug: 'two', body: 'select 2' },
      ]);
      const observer = ({ kind }: { kind: string }): void => {
        if (kind === 'stepFinished') abort.abort();
      };
      const failure = await upgrade(database, two, 'head', { observer, signal: abort.signal }).catch((error: unknown) => error);
      // Its body is at the server already, and is rolled back.
      expect(failure).toMatchObject({ code: 'GW224', revision: '000002-two', done: 1 });
      expect((await readLedger(database.client)).applied).toHaveLength(1);
    }));
});
