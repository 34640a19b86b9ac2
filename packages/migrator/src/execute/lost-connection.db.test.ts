import { connect } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { type Cut, cuttingProxy } from '../testing/cutting-proxy.ts';
import { eventSignal } from '../testing/event-signal.ts';
import { historyOf } from '../testing/history-of.ts';
import { type MigrateOptions, upgrade } from '../testing/migrate.ts';
import { untilRow } from '../testing/until.ts';
import { CommitUnknown, ConnectionLost } from './execution-errors.ts';
import type { ExecutionEvent } from './execution-event.ts';

const history = historyOf([
  { slug: 'one', body: 'create table one ()' },
  { slug: 'two', body: 'create table two ()' },
  { slug: 'three', body: 'create table three ()' },
]);

/** In the message that closes the second step. */
const CLOSING = "'000002.sql'";

/** Upgrades through a proxy that loses the connection; second connections are direct. */
async function upgradeThrough(
  database: TestDatabase,
  at: string,
  when: Cut,
  { of = history, ...options }: MigrateOptions & { of?: typeof history } = {},
) {
  const proxy = await cuttingProxy(database.settings, at, when);
  const client = await connect(proxy.settings);
  const outcome = upgrade(database, of, 'head', { client, ...options }).finally(async () => {
    await client.end().catch(() => {});
    await proxy.close();
  });
  return { outcome, cut: proxy.cut };
}

const appliedNames = async ({ client }: TestDatabase) => (await readLedger(client)).applied.map(({ details }) => details?.name);

onRealServer(describe)('a connection that is lost', () => {
  test('in a body: nothing of it stays, and the next run goes on', () =>
    withDatabase(async (database) => {
      const { outcome } = await upgradeThrough(database, 'create table one', 'after');
      const failure = await outcome.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConnectionLost);
      expect(failure).toMatchObject({ code: 'GW225', revision: '000001-one', done: 0 });
      expect((await upgrade(database, history)).applied).toHaveLength(3);
    }));

  test('in a body that was sent with the end of the step before: that one is found applied, and the run goes on', () =>
    withDatabase(async (database) => {
      const { outcome } = await upgradeThrough(database, 'create table two', 'after');
      expect((await outcome).applied.map(({ step }) => step.name)).toEqual(['000001-one', '000002-two', '000003-three']);
      expect(await appliedNames(database)).toHaveLength(3);
    }));

  test('in a body, when the end of the step before was heard: nothing of it stays', () =>
    withDatabase(async (database) => {
      const [one] = history.revisions;
      const sleepy = historyOf([{ slug: 'sleepy', body: 'create table two (); select pg_sleep(60)' }], one === undefined ? [] : [one]);
      const { observer, seen } = eventSignal('stepFinished');
      const run = upgrade(database, sleepy, 'head', { observer }).catch((error: unknown) => error);
      await seen;
      await untilRow(
        database.client,
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()",
      );
      expect(await run).toMatchObject({ constructor: ConnectionLost, revision: '000002-sleepy', done: 1 });
      expect(await appliedNames(database)).toEqual(['000001-one']);
    }));

  test('before COMMIT arrives: another connection finds that nothing of it stays', () =>
    withDatabase(async (database) => {
      const { outcome } = await upgradeThrough(database, CLOSING, 'before');
      expect(await outcome.catch((error: unknown) => error)).toBeInstanceOf(ConnectionLost);
      expect(await appliedNames(database)).toEqual(['000001-one']);
      const { rows } = await database.client.query("select revision_name, outcome from godwit.event where outcome <> 'ok'");
      expect(rows).toEqual([{ revision_name: '000002-two', outcome: 'failed' }]);
    }));

  test('after COMMIT arrived: another connection finds it applied, and the run goes on with it', () =>
    withDatabase(async (database) => {
      const events: ExecutionEvent['kind'][] = [];
      const { outcome } = await upgradeThrough(database, CLOSING, 'after', { observer: ({ kind }) => events.push(kind) });
      expect((await outcome).applied.map(({ step }) => step.name)).toEqual(['000001-one', '000002-two', '000003-three']);
      expect(events).toContain('reconnected');
      expect(await appliedNames(database)).toHaveLength(3);
      const { rows } = await database.client.query('select count(*)::int4 as n from godwit.event');
      expect(rows).toEqual([{ n: 3 }]);
    }));

  test('while the server is at COMMIT: its end is waited for before anything is said', () =>
    withDatabase(async (database) => {
      const [one] = history.revisions;
      const patient = historyOf(
        [{ slug: 'two', body: 'set lock_timeout to 0; select pg_advisory_xact_lock(7)' }],
        one === undefined ? [] : [one],
      );
      await upgrade(database, historyOf([], patient.revisions.slice(0, 1)));
      const gate = await database.connect();
      await gate.query('select pg_advisory_lock(7)');
      const { observer, seen } = eventSignal('waiting');
      const options = { of: patient, observer, settings: { lockTimeoutMs: 50, advisoryLock: false } };
      const { outcome, cut } = await upgradeThrough(database, CLOSING, 'meanwhile', options);
      await untilRow(database.client, "select from pg_locks where locktype = 'advisory' and objid = 7 and not granted");
      const holder = await database.connect();
      await holder.query('begin; lock table godwit.event in share mode');
      await gate.query('select pg_advisory_unlock(7)');
      await cut;
      expect(await seen).toMatchObject({ for: 'table lock' });
      await holder.query('commit');
      const result = await outcome.catch((error: unknown) => error);
      // The server may notice that its client is gone before it commits; what counts is that we say what it did.
      const names = await appliedNames(database);
      if (result instanceof ConnectionLost) expect(names).toEqual(['000001-one']);
      else expect(names).toEqual(['000001-one', '000002-two']);
    }));

  test('with a server that does not come back: nobody claims to know', () =>
    withDatabase(async (database) => {
      const options = { connect: () => Promise.reject(new Error('down')), settings: { patienceMs: 300 } };
      const { outcome } = await upgradeThrough(database, CLOSING, 'after', options);
      expect(await outcome.catch((error: unknown) => error)).toBeInstanceOf(CommitUnknown);
    }));

  test('by an administrator: the session is told, and so are we', () =>
    withDatabase(async (database) => {
      const sleepy = historyOf([{ slug: 'sleepy', body: 'select pg_sleep(60)' }]);
      const run = upgrade(database, sleepy).catch((error: unknown) => error);
      for (;;) {
        const { rowCount } = await database.client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and datname = current_database()",
        );
        if (rowCount === 1) break;
      }
      expect(await run).toMatchObject({ constructor: ConnectionLost, cause: { code: '57P01' } });
    }));
});
