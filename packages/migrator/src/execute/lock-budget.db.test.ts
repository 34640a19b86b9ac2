import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { eventSignal } from '../testing/event-signal.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { LockBudgetExceeded } from './execution-errors.ts';

const alter = historyOf([{ slug: 'alter', body: 'alter table busy add b int' }]);

async function block(database: TestDatabase, sql: string) {
  const blocker = await database.connect({ applicationName: 'the-app' });
  await blocker.query(`begin; ${sql}`);
  return blocker;
}

onRealServer(describe)('the budget for locks', () => {
  test('ends in an error that names the blockers, with nothing applied', () =>
    withDatabase(async (database) => {
      await database.client.query('create table busy (a int)');
      await block(database, 'select from busy');
      const settings = { lockTimeoutMs: 500, patienceMs: 1 };
      const failure = await upgrade(database, alter, 'head', { settings }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LockBudgetExceeded);
      expect(failure).toMatchObject({
        code: 'GW222',
        attempts: 1,
        done: 0,
        blockers: [
          {
            applicationName: 'the-app',
            user: database.settings.user,
            state: 'idle in transaction',
            query: expect.stringContaining('select from busy'),
          },
        ],
        details: [expect.stringContaining('the-app')],
      });
      const { rows } = await database.client.query(
        "select outcome, detail->>'code' as code, (select count(*)::int4 from graphile_migrate.migrations) as applied from godwit.event",
      );
      expect(rows).toEqual([{ outcome: 'failed', code: 'GW222', applied: 0 }]);
    }));

  test('is tried again, whole, until the blocker is gone', () =>
    withDatabase(async (database) => {
      await database.client.query('create table busy (a int); create sequence attempts');
      const blocker = await block(database, 'select from busy');
      const { observer, seen } = eventSignal('retrying');
      const history = historyOf([{ slug: 'alter', body: "select nextval('attempts'); create table side (); alter table busy add b int" }]);
      const run = upgrade(database, history, 'head', { observer, settings: { lockTimeoutMs: 500 } });
      expect(await seen).toMatchObject({ attempt: 1, blockers: [{ applicationName: 'the-app' }] });
      await blocker.query('commit');
      const [result] = (await run).applied;
      expect(result?.attempts).toBeGreaterThan(1);
      expect((await database.client.query('select last_value::int4 as n from attempts')).rows).toEqual([{ n: result?.attempts }]);
    }));

  test('adds up the waits of a step: each is short enough, together they are not', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await client.query('create table t1 (a int); create table t2 (a int); create table t3 (a int)');
      const blockers = await Promise.all(['t1', 't2', 't3'].map((table) => block(database, `lock table ${table} in access share mode`)));
      const history = historyOf([{ slug: 'three', body: 'alter table t1 add b int; alter table t2 add b int; alter table t3 add b int' }]);
      const run = upgrade(database, history, 'head', { settings: { lockTimeoutMs: 700, patienceMs: 1 } }).catch((error: unknown) => error);
      // Two are in the way for half the budget each, and let go.
      for (const blocker of blockers.slice(0, 2)) {
        await waitedFor(client, 350);
        await blocker.query('commit');
      }
      expect(await run).toMatchObject({ code: 'GW222', attempts: 1 });
    }));

  test('stands back when the revision sets lock_timeout itself', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await client.query('create table busy (a int)');
      const blocker = await block(database, 'select from busy');
      const history = historyOf([{ slug: 'alter', body: "set local lock_timeout = '1min'; alter table busy add b int" }]);
      const run = upgrade(database, history, 'head', { settings: { lockTimeoutMs: 50 } });
      await waitedFor(client, 200);
      await blocker.query('commit');
      expect((await run).applied[0]?.attempts).toBe(1);
    }));

  test('holds without a second connection, by the timeout of the server, for each lock', () =>
    withDatabase(async (database) => {
      await database.client.query('create table busy (a int)');
      await block(database, 'select from busy');
      const options = { settings: { lockTimeoutMs: 150, patienceMs: 1 }, connect: () => Promise.reject(new Error('too many connections')) };
      const failure = await upgrade(database, alter, 'head', options).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'GW222', blockers: [], cause: { code: '55P03' } });
    }));

  test('a deadlock is tried again', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await client.query('create table t1 (a int); create table t2 (a int)');
      const other = await block(database, 'lock table t2');
      const { observer, seen } = eventSignal('retrying');
      const body = "set local deadlock_timeout = '1s'; set local lock_timeout = 0; lock table t1; lock table t2";
      const run = upgrade(database, historyOf([{ slug: 'both', body }]), 'head', { observer });
      await waitedFor(client, 1);
      // Its own check for deadlocks comes later, so that ours is the one to give way.
      const entangled = other.query("set local deadlock_timeout = '1min'; lock table t1");
      await seen;
      await entangled;
      await other.query('commit');
      expect((await run).applied[0]?.attempts).toBeGreaterThan(1);
    }));
});

/** Resolves when some session has waited for a lock for that long. */
async function waitedFor(client: TestDatabase['client'], ms: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())
       and clock_timestamp() - waitstart > make_interval(secs => $1::float8 / 1000)`,
      [ms],
    );
    if (rows.length > 0) return;
  }
}
