import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import { BEFORE_BODY } from './begin-step.ts';
import type { ExecutionEvent } from './execution-event.ts';
import { sendPair, sendScript } from './send-script.ts';

const body = `${BEFORE_BODY}create table ahead ()`;

test.each([
  ['the beginning fails', "begin; select 'moved'::integer; savepoint godwit_step"],
  ['there is no transaction, since COMMIT failed', 'begin; commit'],
  ['there is one without a savepoint', 'begin; select 1'],
])('a body that is sent ahead is not run when %s', async (_, beginning) => {
  await withDatabase(async ({ client }) => {
    const sent = sendPair(client, beginning, body);
    await sent.first;
    expect((await sent.second).error).toMatchObject({ code: expect.stringMatching(/^(?:25P02|25P01|3B001)$/) });
    await sendScript(client, 'rollback');
    expect((await client.query("select to_regclass('ahead') as ahead")).rows).toEqual([{ ahead: null }]);
  });
});

test('a failing step after others is shown with its own place, and the ones before it stay', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'one', body: 'create table one ()' },
      { slug: 'two', body: 'create table two ();\n-- é€𝄞\nselect nowhere from one;' },
      { slug: 'three', body: 'create table three ()' },
    ]);
    await expect(upgrade(database, history)).rejects.toMatchObject({
      code: 'GW220',
      revision: '000002-two',
      statement: 'select nowhere from one',
      frame: { line: 6, column: 8 },
    });
    expect((await readLedger(database.client)).applied).toHaveLength(1);
  }));

test('what the server says of a body comes after the step before is told, though it was said earlier', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'one', body: 'create table one ()' },
      { slug: 'two', body: "do $$ begin raise notice 'two'; end $$" },
    ]);
    const kinds: string[] = [];
    await upgrade(database, history, 'head', { observer: ({ kind }) => kinds.push(kind) });
    expect(kinds).toEqual(['stepStarted', 'stepFinished', 'stepStarted', 'notice', 'stepFinished']);
  }));

onRealServer(test)('a body that nobody waits for any more is cancelled, and nothing of it stays', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'one', body: 'create table one ()' },
      { slug: 'two', body: 'create table two (); select pg_sleep(600)' },
    ]);
    const observer = ({ kind }: ExecutionEvent): void => {
      if (kind === 'stepFinished') throw new Error('no room on the disk');
    };
    await expect(upgrade(database, history, 'head', { observer })).rejects.toThrow('no room on the disk');
    expect((await readLedger(database.client)).applied).toHaveLength(1);
    expect((await database.client.query("select to_regclass('two') as two")).rows).toEqual([{ two: null }]);
  }),
);

test('a ledger that a body moves sends the next body back', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'one', body: 'create table log (n int)' },
      {
        slug: 'two',
        body: `create function break() returns trigger language plpgsql as $$ begin if new.filename = '000002.sql' then insert into graphile_migrate.migrations (hash, previous_hash, filename) values ('sha1:elsewhere', new.hash, '000003.sql'); end if; return null; end $$;
          create trigger break after insert on graphile_migrate.migrations for each row execute function break()`,
      },
      { slug: 'three', body: 'insert into log values (3)' },
    ]);
    await upgrade(database, history).catch((error: unknown) => error);
    expect((await database.client.query('select n from log')).rows).toEqual([]);
  }));
