import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { LedgerLocked } from '../ledger/ledger-errors.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';

const one = historyOf([{ slug: 'one', body: 'create table one ()' }]);
const two = historyOf([{ slug: 'two', body: 'create table two ()' }], one.revisions);

onRealServer(describe)('a ledger that somebody else holds is not waited for without a word', () => {
  test.each(['graphile_migrate.migrations', 'godwit.revision', 'godwit.journal'])('%s', (table) =>
    withDatabase(async (database) => {
      await upgrade(database, one);
      const holder = await database.connect();
      await holder.query(`begin; lock table ${table} in access exclusive mode`);
      expect(await upgrade(database, two).catch((error: unknown) => error)).toBeInstanceOf(LedgerLocked);
    }),
  );

  test('while it is being created', () =>
    withDatabase(async (database) => {
      const holder = await database.connect();
      await holder.query('begin; create schema graphile_migrate');
      expect(await upgrade(database, one).catch((error: unknown) => error)).toBeInstanceOf(LedgerLocked);
    }));

  test('its events: the step is tried again, then given up, and giving up waits no longer', () =>
    withDatabase(async (database) => {
      await upgrade(database, one);
      const holder = await database.connect();
      await holder.query('begin; lock table godwit.event in access exclusive mode');
      const failure = await upgrade(database, two, 'head', { settings: { lockTimeoutMs: 50, patienceMs: 300 } }).catch(
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ code: 'GW222' });
    }));
});
