import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { eventSignal } from '../testing/event-signal.ts';
import { historyOf } from '../testing/history-of.ts';
import { downgrade, upgrade } from '../testing/migrate.ts';
import type { Outcome } from './execute.ts';
import type { ExecutionEvent } from './execution-event.ts';

const concurrently = onRealServer(describe);

/** Ten revisions, none of them idempotent; the third and the eighth build an index outside a transaction. */
const history = historyOf(
  Array.from({ length: 10 }, (_, index) => {
    const n = index + 1;
    if (n === 3 || n === 8) {
      const body = `--! no-transaction\ncreate index concurrently i${n} on t${n - 1} (a)`;
      return { slug: `i${n}`, body, revert: `--! no-transaction\ndrop index concurrently i${n}` };
    }
    const body = `create table t${n} (a int); insert into t${n} values (1); insert into log values (${n})`;
    return { slug: `t${n}`, body, revert: `drop table t${n}; delete from log where n = ${n}` };
  }),
);

const prepare = ({ client }: TestDatabase) => client.query('create table log (n int)');

concurrently.each([
  ['with the advisory lock', true],
  ['without it', false],
])('eight upgrades at once, %s', (_, advisoryLock) => {
  test('all succeed, and each revision is applied once', () =>
    withDatabase(async (database) => {
      await prepare(database);
      const settings = { advisoryLock };
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => upgrade(database, history, 'head', { settings })));
      expect(outcomes.map(({ to }) => to?.name)).toEqual(Array(8).fill('000010-t10'));
      expect(namesOf(outcomes).toSorted()).toEqual(history.revisions.map(({ name }) => name).toSorted());
      const { rows } = await database.client.query('select n from log order by n');
      expect(rows.map(({ n }) => n)).toEqual([1, 2, 4, 5, 6, 7, 9, 10]);
      const events = await database.client.query("select revision_name, outcome from godwit.event where action = 'up' order by id");
      expect(events.rows).toEqual(history.revisions.map(({ name }) => ({ revision_name: name, outcome: 'ok' })));
      expect(await invalidIndexes(database)).toEqual([]);
      expect((await readLedger(database.client)).unfinished).toBeNull();
    }));

  test('so do eight downgrades', () =>
    withDatabase(async (database) => {
      await prepare(database);
      await upgrade(database, history);
      const settings = { advisoryLock };
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => downgrade(database, history, 'base', { settings })));
      expect(outcomes.map(({ to }) => to)).toEqual(Array(8).fill(null));
      expect(namesOf(outcomes).toSorted()).toEqual(history.revisions.map(({ name }) => name).toSorted());
      expect((await readLedger(database.client)).applied).toEqual([]);
      expect((await database.client.query('select n from log')).rows).toEqual([]);
    }));
});

concurrently('runs that meet', () => {
  test('an upgrade that another build has overtaken is done', () =>
    withDatabase(async (database) => {
      await prepare(database);
      const older = historyOf([], history.revisions.slice(0, 2));
      const client = await database.connect();
      let overtaken = false;
      const observer = (event: ExecutionEvent): void => {
        overtaken ||= event.kind === 'stepStarted';
      };
      // Taken between its plan and its first step: the other build has no advisory lock to wait for.
      const connectThenRace = upgrade(database, older, 'head', { client, observer, settings: { advisoryLock: false } });
      await upgrade(database, history, 'head', { settings: { advisoryLock: false } });
      const outcome = await connectThenRace;
      expect(overtaken).toBe(true);
      expect(outcome.applied.length + outcome.raced.length).toBe(2);
      expect((await readLedger(database.client)).applied).toHaveLength(10);
    }));

  test('says who holds the advisory lock', () =>
    withDatabase(async (database) => {
      const holder = await database.connect({ applicationName: 'somebody' });
      await holder.query('select pg_advisory_lock(4727445306447283)');
      const { observer, seen } = eventSignal('waiting');
      const run = upgrade(database, historyOf([{ slug: 'a', body: 'select 1' }]), 'head', { observer });
      expect(await seen).toMatchObject({ for: 'advisory lock', holders: [{ applicationName: 'somebody' }] });
      await holder.query('select pg_advisory_unlock(4727445306447283)');
      expect((await run).applied).toHaveLength(1);
    }));

  test('says who holds the ledger, waits longer than a lock may take, and gives up when patience is over', () =>
    withDatabase(async (database) => {
      const one = historyOf([{ slug: 'a', body: 'select 1' }]);
      await upgrade(database, one);
      const two = historyOf([{ slug: 'b', body: 'select 2' }], one.revisions);
      const holder = await database.connect({ applicationName: 'somebody' });
      await holder.query('begin; lock table graphile_migrate.migrations in exclusive mode');
      const settings = { lockTimeoutMs: 20, patienceMs: 150 };
      await expect(upgrade(database, two, 'head', { settings })).rejects.toMatchObject({
        code: 'GW223',
        holders: [expect.objectContaining({ applicationName: 'somebody' })],
      });
      const { observer, seen } = eventSignal('waiting');
      const run = upgrade(database, two, 'head', { settings: { lockTimeoutMs: 20 }, observer });
      expect(await seen).toMatchObject({ for: 'table lock' });
      await holder.query('commit');
      expect((await run).to?.name).toBe('000002-b');
    }));
});

function namesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ applied }) => applied.map(({ step }) => step.name));
}

async function invalidIndexes({ client }: TestDatabase): Promise<unknown[]> {
  return (await client.query('select indexrelid::regclass::text as index from pg_index where not indisvalid')).rows;
}
