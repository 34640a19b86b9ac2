import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { graphile } from '../testing/graphile.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { GateClosed } from './execution-errors.ts';

const GATE = `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('names', $query$select 1 from people where name is distinct from old_name;$query$);
  end if;
end;
$gate$;
alter table people drop column old_name`;

const history = historyOf([
  { slug: 'people', body: 'create table people (id int primary key, old_name text)' },
  { slug: 'expand', body: 'alter table people add column name text' },
  { slug: 'contract', body: GATE },
]);

test('on an empty database a gate passes', () =>
  withDatabase(async (database) => {
    expect((await upgrade(database, history)).applied).toHaveLength(3);
  }));

test('a row that is still wrong stops the upgrade before the revision, which says what it waits for', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, history, '+2');
    await client.query("insert into people values (1, 'Ada'), (2, null)");
    const failure = await upgrade(database, history).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GateClosed);
    expect(failure).toMatchObject({
      code: 'GW400',
      exitCode: 3,
      revision: '000003-contract',
      backfill: 'names',
      message: '000003-contract waits for the backfill names',
      details: ['It has never been run on this database.'],
    });
    expect((await readLedger(client)).applied).toHaveLength(2);
    await client.query('update people set name = old_name');
    expect((await upgrade(database, history)).applied.map(({ step }) => step.name)).toEqual(['000003-contract']);
  }));

test.each([
  ['running', null, 'It is running.'],
  ['paused', 'somebody sleeps', 'It is paused: somebody sleeps.'],
  ['cancelled', 'no more', 'It was cancelled.'],
  ['done', null, 'It was done, and rows are wrong again.'],
])('of a run that is %s it says so', (state, reason, words) =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, history, '+2');
    await client.query("insert into people values (1, 'Ada')");
    await client.query(
      `insert into godwit.backfill_run (name, state, reason, code_hash, table_name, key_columns, estimated_rows, ended_at)
       values ('names', $1, $2, '', 'people', '{id}', 1, case when $1 in ('done', 'cancelled') then now() end)`,
      [state, reason],
    );
    await expect(upgrade(database, history)).rejects.toMatchObject({ details: [words] });
  }),
);

onRealServer(test)('graphile-migrate passes the gate where Godwit has never been', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await graphile(database, history);
    expect((await client.query('select count(*)::int as applied from graphile_migrate.migrations')).rows).toEqual([{ applied: 3 }]);
  }),
);

onRealServer(test)('graphile-migrate stops at a closed gate of a database that Godwit has migrated', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, history, '+2');
    await client.query("insert into people values (1, 'Ada')");
    await expect(graphile(database, history)).rejects.toThrow('this revision waits for the backfill names');
    await client.query('update people set name = old_name');
    await graphile(database, history);
    expect((await readLedger(client)).applied).toHaveLength(3);
  }),
);
