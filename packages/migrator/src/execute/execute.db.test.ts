import { withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { historyOf } from '../testing/history-of.ts';
import { actor, downgrade, upgrade } from '../testing/migrate.ts';
import { BodyRefused, StepFailed } from './execution-errors.ts';
import type { ExecutionEvent } from './execution-event.ts';

const events = 'select action, revision_name, outcome, role_name, os_user, host, godwit_version, detail from godwit.event order by id';

test('goes up, down and up again, and leaves a row for each', () =>
  withDatabase(async (database) => {
    const { client } = database;
    const history = historyOf([
      { slug: 'books', body: 'create table books (id int primary key)', revert: 'drop table books' },
      { slug: 'title', body: 'alter table books add title text', revert: 'alter table books drop title' },
    ]);
    const up = await upgrade(database, history, 'head', { client });
    expect(up.applied.map(({ step, attempts }) => [step.name, attempts])).toEqual([
      ['000001-books', 1],
      ['000002-title', 1],
    ]);
    expect([up.from, up.to?.name]).toEqual([null, '000002-title']);
    await client.query('select title from books');
    const down = await downgrade(database, history, '-1', { client });
    expect([down.from?.name, down.to?.name]).toEqual(['000002-title', '000001-books']);
    await expect(client.query('select title from books')).rejects.toThrow('column "title" does not exist');
    await upgrade(database, history, 'head', { client });
    expect((await readLedger(client)).applied.map(({ ledgerName }) => ledgerName)).toEqual(['000001.sql', '000002.sql']);
    const who = {
      outcome: 'ok',
      role_name: database.settings.user,
      os_user: 'tester',
      host: 'here',
      godwit_version: '0.0.0-test',
      detail: { attempts: 1 },
    };
    expect((await client.query(events)).rows).toEqual([
      { action: 'up', revision_name: '000001-books', ...who },
      { action: 'up', revision_name: '000002-title', ...who },
      { action: 'down', revision_name: '000002-title', ...who },
      { action: 'up', revision_name: '000002-title', ...who },
    ]);
    const { rows } = await client.query('select number::int4, name, applied::int4, applied_by from godwit.current');
    expect(rows).toEqual([{ number: 2, name: '000002-title', applied: 2, applied_by: database.settings.user }]);
  }));

test('with nothing to do writes nothing, not even the ledger', () =>
  withDatabase(async (database) => {
    const outcome = await upgrade(database, historyOf([]));
    expect(outcome).toEqual({ from: null, to: null, applied: [], raced: [] });
    expect((await readLedger(database.client)).installed).toBe(false);
  }));

describe('an error in revision N', () => {
  const failing = (body: string, bad = {}) =>
    withDatabase(async (database) => {
      const history = historyOf([
        { slug: 'good', body: 'create table good ()' },
        { slug: 'bad', body, ...bad },
        { slug: 'never', body: 'create table never ()' },
      ]);
      const failure = await upgrade(database, history, 'head', {
        settings: { placeholders: { ':SECRET': 'hunter2', ':DATABASE_NAME': 'x' } },
      }).catch((error: unknown) => error);
      const { applied } = await readLedger(database.client);
      expect(applied.map(({ details }) => details?.name)).toEqual(['000001-good']);
      const { rows } = await database.client.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
      expect(rows).toEqual([{ relname: 'good' }]);
      const { rows: told } = await database.client.query("select action, revision_name, detail from godwit.event where outcome = 'failed'");
      return { failure, told };
    });

  test('leaves N-1 applied and nothing of N, and shows statement, place, SQLSTATE, detail and hint', async () => {
    const { failure, told } = await failing(
      'create table a (id int primary key);\n\ninsert into a values (1);\ninsert into a\n  values (2), (1);\n',
    );
    expect(failure).toBeInstanceOf(StepFailed);
    expect(failure).toMatchObject({
      code: 'GW220',
      revision: '000002-bad',
      done: 1,
      sqlState: '23505',
      statement: 'insert into a\n  values (2), (1)',
      frame: { file: 'migrations/committed/000002-bad.sql', line: 7, column: 1 },
      details: expect.arrayContaining([expect.stringContaining('23505'), 'DETAIL: Key (id)=(1) already exists.']),
    });
    expect(told).toEqual([
      {
        action: 'up',
        revision_name: '000002-bad',
        detail: expect.objectContaining({ code: 'GW220', sqlstate: '23505', statement: 'insert into a\n  values (2), (1)' }),
      },
    ]);
  });

  test('what exists already was made by other means: stamp takes it over', async () => {
    const { failure: later } = await failing('create table good ()');
    expect(later).toMatchObject({ sqlState: '42P07', help: expect.stringContaining('  godwit stamp 000002-bad\n') });
    const { failure: other } = await failing('insert into nowhere values (1)');
    expect(other).toMatchObject({ help: expect.not.stringContaining('stamp') });
    await withDatabase(async (database) => {
      await database.client.query('create schema shop create table books ()');
      const first = await upgrade(database, historyOf([{ slug: 'shop', body: 'create schema shop' }]), 'head').catch(
        (error: unknown) => error,
      );
      expect(first).toMatchObject({ sqlState: '42P06', help: expect.stringContaining('godwit stamp head') });
    });
  });

  test('points at the place that the server names, behind characters of several bytes', async () => {
    const { failure } = await failing("create table a (b text);\nselect '𝄞é', bb from a;");
    expect(failure).toMatchObject({
      statement: "select '𝄞é', bb from a",
      frame: { line: 5, column: "select '𝄞é', ".length + 1 },
      details: expect.arrayContaining([expect.stringContaining('HINT: Perhaps you meant')]),
    });
  });

  test('points into a DO block', async () => {
    const { failure } = await failing("select 1;\ndo $$\nbegin\n  perform 1;\n  raise exception 'no' using hint = 'try';\nend $$;");
    expect(failure).toMatchObject({ message: '000002-bad: no', frame: { line: 8 }, sqlState: 'P0001' });
  });

  test('runs nothing of a text that does not parse', async () => {
    const { failure } = await failing('create table a ();\ncreate tabel b ();');
    expect(failure).toMatchObject({ sqlState: '42601', frame: { line: 5, column: 8 } });
  });

  test('shows what a body deferred to its end', async () => {
    const { failure } = await failing(
      'create table a (id int primary key); create table b (a int references a deferrable initially deferred); insert into b values (1);',
    );
    expect(failure).toMatchObject({ sqlState: '23503', statement: 'set constraints all immediate' });
  });

  test('never shows the value of a placeholder', async () => {
    const { failure } = await failing("create table a ();\nselect ':SECRET', nothing from a;");
    expect(failure).toMatchObject({
      statement: "select ':SECRET', nothing from a",
      frame: { line: 5, column: "select ':SECRET', ".length + 1 },
    });
    expect(JSON.stringify([failure, (failure as StepFailed).frame?.text])).not.toContain('hunter2');
  });

  test('names the package of an extension that is missing', async () => {
    const { failure } = await failing('create extension if not exists pgvector;');
    expect(failure).toMatchObject({ help: expect.stringMatching(/called vector in SQL[\s\S]*postgresql-\d+-pgvector/) });
  });
});

describe('before anything runs', () => {
  test.each([
    ['commit', 'create table a ();\nCOMMIT;\ncreate table b ()', 'COMMIT cannot be part', 5],
    ['a savepoint', 'savepoint s', 'SAVEPOINT cannot be part', 4],
    ['a rollback in a DO block', 'do $$ begin rollback; end $$', 'ROLLBACK inside a DO block', 4],
    ['a psql command', 'select 1;\n\\i other.sql', 'psql', 5],
    ['a statement that runs outside transactions alone', 'select 1;\nvacuum', 'VACUUM', 5],
    ['several statements without a transaction', '--! no-transaction\nselect 1;\nselect 2', '2 statements', 6],
    ['a placeholder without a value', 'select 1;\nselect :NAME', ':NAME', 5],
    ['copy from stdin', 'create table a (b int);\ncopy a from stdin;\n1\n\\.', 'COPY', 5],
  ])('refuses %s', (_, body, message, line) =>
    withDatabase(async (database) => {
      const history = historyOf([
        { slug: 'good', body: 'create table good ()' },
        { slug: 'bad', body },
      ]);
      const failure = await upgrade(database, history).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(BodyRefused);
      expect(failure).toMatchObject({ code: 'GW221', message: expect.stringContaining(message), frame: { line } });
      expect((await readLedger(database.client)).installed).toBe(false);
    }),
  );

  test('knows BEGIN and END of a function from those of a transaction', () =>
    withDatabase(async (database) => {
      const body = "create function f() returns int language plpgsql as $$ begin return 1; end $$;\ncomment on function f() is 'commit';";
      await upgrade(database, historyOf([{ slug: 'f', body }]));
      expect((await database.client.query('select f()')).rows).toEqual([{ f: 1 }]);
    }));
});

describe('a known session', () => {
  const probe = `create table :NAME as select current_setting('search_path') as path, current_setting('lock_timeout') as lock_timeout,
    current_setting('statement_timeout') as statement_timeout, current_setting('idle_in_transaction_session_timeout') as idle, current_user::text as role,
    current_setting('default_transaction_read_only') as read_only, current_setting('godwit_test.x', true) as custom,
    current_setting('transaction_isolation') as isolation, to_regclass('pg_temp.leak')::text as temp,
    (select count(*)::int4 from pg_prepared_statements where name not like 'godwit%') as prepared, (select count(*)::int4 from pg_cursors) as cursors`;

  test('is the same for each revision, whatever the one before has set', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await client.query(
        "set statement_timeout = 1234; set search_path = nowhere; set default_transaction_read_only = on; set godwit_test.x = 'caller'",
      );
      const role = `godwit_leak_${process.pid}`;
      const leak = `
        create role ${role}; grant create on schema public to ${role};
        create temp table leak (); prepare p as select 1; declare c cursor with hold for select 1;
        set search_path = pg_catalog; set lock_timeout = 7; set statement_timeout = 60000; set idle_in_transaction_session_timeout = 60000;
        set godwit_test.x = 'body'; set default_transaction_read_only = on; set role ${role};`;
      const history = historyOf([
        { slug: 'first', body: probe.replace(':NAME', 'first') },
        { slug: 'leak', body: leak },
        { slug: 'second', body: probe.replace(':NAME', 'public.second') },
      ]);
      await upgrade(database, history, 'head', { client });
      const first = (await client.query('select * from public.first')).rows[0];
      expect(first).toEqual({
        path: 'public',
        lock_timeout: '1s',
        statement_timeout: '0',
        idle: '0',
        role: database.settings.user,
        read_only: 'off',
        custom: expect.toBeOneOf([null, '']),
        isolation: 'read committed',
        temp: null,
        prepared: 0,
        cursors: 0,
      });
      expect((await client.query('select * from public.second')).rows).toEqual([{ ...first, custom: expect.toBeOneOf([null, '']) }]);
      const after = await client.query(
        "select current_user::text as role, current_setting('lock_timeout') as lock_timeout, current_setting('search_path') as path",
      );
      expect(after.rows).toEqual([{ role: database.settings.user, lock_timeout: '0', path: '"$user", public' }]);
      await client.query(`drop owned by ${role}; drop role ${role}`);
    }));

  test("takes the caller's settings and search path", () =>
    withDatabase(async (database) => {
      const settings = { pgSettings: { 'godwit_test.x': "o'clock", statement_timeout: '1h' }, searchPath: 'app, public' };
      const history = historyOf([
        { slug: 'a', body: 'create schema app' },
        { slug: 'b', body: probe.replace(':NAME', 'probe') },
      ]);
      await upgrade(database, history, 'head', { settings });
      expect((await database.client.query('select path, custom, statement_timeout from app.probe')).rows).toEqual([
        { path: 'app, public', custom: "o'clock", statement_timeout: '1h' },
      ]);
    }));

  test('writes the ledger as its own role when the settings take on another', () =>
    withDatabase(async (database) => {
      const { client } = database;
      const role = `godwit_owner_${process.pid}`;
      await client.query(`create role ${role}; grant create on schema public to ${role}`);
      const history = historyOf([
        { slug: 'a', body: 'create table a (b int)', revert: 'drop table a' },
        {
          slug: 'b',
          body: '--! no-transaction\ncreate index concurrently a_b on a (b)',
          revert: '--! no-transaction\ndrop index concurrently a_b',
        },
      ]);
      await upgrade(database, history, 'head', { settings: { pgSettings: { role } } });
      const { rows } = await client.query("select pg_get_userbyid(relowner) as owner from pg_class where relname in ('a', 'a_b')");
      expect(rows).toEqual([{ owner: role }, { owner: role }]);
      await downgrade(database, history, 'base', { settings: { pgSettings: { role } } });
      await client.query(`drop owned by ${role}; drop role ${role}`);
    }));
});

test.each([
  [{ role: 'godwit_nobody' }, 'role "godwit_nobody" does not exist'],
  [{ work_mem: 'much' }, 'invalid value for parameter "work_mem"'],
])('settings that the server refuses are named: %o', (pgSettings, message) =>
  withDatabase(async (database) => {
    const history = historyOf([{ slug: 'a', body: 'create table a ()' }]);
    const failure = await upgrade(database, history, 'head', { settings: { pgSettings } }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'GW231',
      message: expect.stringContaining(message),
      details: [`pgSettings: ${Object.keys(pgSettings)}`],
    });
  }),
);

test('a ledger that cannot be written takes the revision back', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, historyOf([{ slug: 'a', body: 'create table a ()' }]));
    await client.query(`
      create function godwit.no() returns trigger language plpgsql as $$ begin raise 'no space'; end $$;
      create trigger no before insert on godwit.revision for each row execute function godwit.no()`);
    const history = historyOf([
      { slug: 'a', body: 'create table a ()' },
      { slug: 'b', body: 'create table b ()' },
      { slug: 'c', body: 'select 1' },
    ]);
    const failure = await upgrade(database, history).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'GW229', revision: '000002-b', message: expect.stringContaining('no space') });
    expect((await client.query("select to_regclass('b') as b")).rows).toEqual([{ b: null }]);
    expect((await readLedger(client)).applied).toHaveLength(1);
  }));

test.each([
  ['by their names', 'deallocate all; prepare godwit_insert_event as select 1'],
  ['where nobody sees it', "select public.hidden('deall' || 'ocate all')"],
])('revisions may deallocate the prepared statements of the session %s', (_, body) =>
  withDatabase(async (database) => {
    await database.client.query(
      'create function hidden(sql text) returns void language plpgsql as $$ begin execute sql; end $$; create sequence runs',
    );
    const history = historyOf([
      { slug: 'a', body: 'create table a ()' },
      { slug: 'b', body: `select nextval('runs'); ${body}` },
      { slug: 'c', body: 'prepare mine as select 1; execute mine' },
      { slug: 'd', body: 'prepare mine as select 2' },
    ]);
    expect((await upgrade(database, history)).applied).toHaveLength(4);
    expect((await readLedger(database.client)).applied.map(({ details }) => details?.name)).toEqual(
      history.revisions.map(({ name }) => name),
    );
  }),
);

test('tells each statement with its time and rows when asked, and notices', () =>
  withDatabase(async (database) => {
    const seen: ExecutionEvent[] = [];
    const body = "create table a (b int); -- first\ninsert into a values (1), (2);\ndo $$ begin raise notice 'hello'; end $$;";
    await upgrade(database, historyOf([{ slug: 'a', body }]), 'head', {
      settings: { verbose: true },
      observer: (event) => seen.push(event),
    });
    expect(seen.map(({ kind }) => kind)).toEqual([
      'stepStarted',
      'statementFinished',
      'statementFinished',
      'notice',
      'statementFinished',
      'stepFinished',
    ]);
    expect(seen[2]).toMatchObject({ sql: 'insert into a values (1), (2)', rows: 2, ms: expect.any(Number) });
    expect(seen[3]).toMatchObject({ severity: 'NOTICE', message: 'hello' });
  }));

test('replaces placeholders as they are sent, and stores the revert before they are', () =>
  withDatabase(async (database) => {
    const history = historyOf([
      { slug: 'a', body: 'create table :PREFIX_books ()'.replace(':PREFIX_books', ':TABLE'), revert: 'drop table :TABLE' },
    ]);
    await upgrade(database, history, 'head', { settings: { placeholders: { ':TABLE': 'books' } } });
    await database.client.query('select from books');
    expect((await readLedger(database.client)).applied[0]?.details?.revert).toMatchObject({ body: 'drop table :TABLE\n' });
    await downgrade(database, historyOf([]), 'base', { settings: { placeholders: { ':TABLE': 'books' } } });
    const { rows } = await database.client.query(
      "select to_regclass('books') as books, (select detail from godwit.event order by id desc limit 1) as detail",
    );
    expect(rows).toEqual([{ books: null, detail: { attempts: 1, source: 'ledger' } }]);
  }));

test('takes a corrected revert into the ledger without any step', () =>
  withDatabase(async (database) => {
    const body = 'create table a ()';
    await upgrade(database, historyOf([{ slug: 'a', body, revert: 'drop table b' }]));
    const { applied } = await upgrade(database, historyOf([{ slug: 'a', body, revert: 'drop table a' }]));
    expect(applied).toEqual([]);
    const [row] = (await readLedger(database.client)).applied;
    expect(row?.details).toMatchObject({ revert: { body: 'drop table a\n' }, appliedBy: database.settings.user });
  }));

test('an actor that is not known is null', () =>
  withDatabase(async (database) => {
    await upgrade(database, historyOf([{ slug: 'a', body: 'select 1' }]), 'head', {
      settings: { actor: { ...actor, osUser: null, host: null } },
    });
    expect((await database.client.query('select os_user, host from godwit.event')).rows).toEqual([{ os_user: null, host: null }]);
  }));
