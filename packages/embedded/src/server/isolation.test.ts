import { describe, expect, test } from 'vitest';
import { useServer } from '../testing/use-server.ts';

const { withDatabase } = useServer();

describe('what connections to one database have of their own', () => {
  test('settings', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect({ application_name: 'first' }), await connect()];
      await a.query("set work_mem = '7MB'");
      await a.query("select set_config('my.setting', 'of a', false)");
      const values =
        "select current_setting('work_mem') as work_mem, current_setting('my.setting', true) as own, current_setting('application_name') as name";
      expect((await b.query(values)).rows).toEqual([{ work_mem: '4MB', own: '', name: '' }]);
      expect((await a.query(values)).rows).toEqual([{ work_mem: '7MB', own: 'of a', name: 'first' }]);
      await a.query('reset all');
      expect((await a.query(values)).rows).toEqual([{ work_mem: '4MB', own: '', name: 'first' }]);
    }));

  test('startup options', () =>
    withDatabase(async ({ connect }) => {
      const a = await connect({ options: '-c search_path=elsewhere,public -c work_mem=5MB' });
      expect((await a.query('show search_path')).rows).toEqual([{ search_path: 'elsewhere,public' }]);
      expect((await a.query('show work_mem')).rows).toEqual([{ work_mem: '5MB' }]);
      await expect(connect({ options: '-c nonsense=1' }).then((client) => client.query('select 1'))).rejects.toMatchObject({
        code: '42704',
      });
    }));

  test('the defaults of a real server', () =>
    withDatabase(async ({ connect }) => {
      const a = await connect();
      expect((await a.query('show search_path')).rows).toEqual([{ search_path: '"$user", public' }]);
      expect((await a.query('show allow_system_table_mods')).rows).toEqual([{ allow_system_table_mods: 'off' }]);
    }));

  test('roles', () =>
    withDatabase(async ({ connect, url }) => {
      const a = await connect();
      const as = (user: string) => connect({ connectionString: url.replace('postgres@', `${user}@`) });
      await a.query('create role reader login; create table t (a int); grant select on t to reader');
      const reader = await as('reader');
      expect((await reader.query('select current_user, session_user')).rows).toEqual([{ current_user: 'reader', session_user: 'reader' }]);
      await expect(reader.query('insert into t values (1)')).rejects.toMatchObject({ code: '42501' });
      await a.query('insert into t values (2)');
      expect((await reader.query('select a from t')).rows).toEqual([{ a: 2 }]);
      await a.query('set session authorization reader; reset session authorization');
      expect((await a.query('select current_user')).rows).toEqual([{ current_user: 'postgres' }]);
      await a.query('set role reader');
      await expect(as('stranger')).rejects.toMatchObject({ code: '28000', message: 'role "stranger" does not exist' });
      expect((await a.query('select current_user')).rows).toEqual([{ current_user: 'reader' }]);
    }));

  test('temporary tables, and what hangs on them', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      await a.query(`
        create temp table t (id serial primary key, a text check (a <> 'x'));
        create temp view v as select a from t;
        create function pg_temp.f() returns int language sql as 'select 42';
        insert into t (a) values ('of a')`);
      await expect(b.query('select * from t')).rejects.toMatchObject({ code: '42P01' });
      await b.query("create temp table t (b text); insert into t values ('of b')");
      expect((await a.query('select v.a, pg_temp.f() from v')).rows).toEqual([{ a: 'of a', f: 42 }]);
      await expect(a.query("insert into t (a) values ('x')")).rejects.toMatchObject({ code: '23514' });
      expect((await b.query('select * from t')).rows).toEqual([{ b: 'of b' }]);
      await b.query('discard temp');
      expect((await a.query("insert into t (a) values ('more') returning id")).rows).toEqual([{ id: 3 }]);
    }));

  test('temporary tables end with their connection', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      await a.query('create temp table gone (a int)');
      await b.query('select 1');
      await a.end();
      const left = "select relname from pg_class where relname = 'gone'";
      await expect.poll(async () => (await b.query(left)).rows).toEqual([]);
      expect((await b.query("select nspname from pg_namespace where nspname ~ '^pg_temp_1'")).rows).toEqual([]);
    }));

  test('prepared statements, by protocol and by SQL', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      expect((await a.query({ name: 'q', text: 'select 1 as n, $1::text as t', values: ['a'] })).rows).toEqual([{ n: 1, t: 'a' }]);
      expect((await b.query({ name: 'q', text: 'select 2 as n, $1::text as t', values: ['b'] })).rows).toEqual([{ n: 2, t: 'b' }]);
      expect((await a.query({ name: 'q', text: 'select 1 as n, $1::text as t', values: ['c'] })).rows).toEqual([{ n: 1, t: 'c' }]);
      expect((await a.query("select 1 from pg_prepared_statements where name like 'q%'")).rows).toHaveLength(2);
      const long = 'x'.repeat(63);
      await a.query({ name: long, text: 'select 6 as n' });
      expect((await a.query(`execute "${long}"`)).rows).toEqual([{ n: 6 }]);
      await expect(b.query(`execute "${long}"`)).rejects.toMatchObject({
        message: `prepared statement "${long.slice(0, 60)}" does not exist`,
      });
      await a.query('prepare p as select 3 as n');
      await b.query('prepare p as select 4 as n');
      expect((await a.query('execute p')).rows).toEqual([{ n: 3 }]);
      expect((await b.query('execute p')).rows).toEqual([{ n: 4 }]);
      await a.query('deallocate all');
      await expect(a.query('execute p')).rejects.toMatchObject({ code: '26000' });
      expect((await b.query('execute p')).rows).toEqual([{ n: 4 }]);
      await b.query('deallocate p');
      await expect(b.query('execute p')).rejects.toMatchObject({ code: '26000' });
    }));

  test('DISCARD ALL is for one', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      await b.query("set work_mem = '9MB'; create temp table t as select 1 as a; prepare p as select 5 as n; select pg_advisory_lock(5)");
      await a.query("set work_mem = '8MB'; create temp table u as select 1 as a");
      await a.query('discard all');
      expect((await a.query('show work_mem')).rows).toEqual([{ work_mem: '4MB' }]);
      await expect(a.query('select * from u')).rejects.toMatchObject({ code: '42P01' });
      expect((await b.query('show work_mem')).rows).toEqual([{ work_mem: '9MB' }]);
      expect((await b.query('select * from t')).rows).toEqual([{ a: 1 }]);
      expect((await b.query('execute p')).rows).toEqual([{ n: 5 }]);
      expect((await a.query('select pg_try_advisory_lock(5) as got')).rows).toEqual([{ got: false }]);
      await expect(a.query('begin; discard all')).rejects.toMatchObject({ code: '25001' });
    }));

  test('a transaction that was left open is rolled back', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      await b.query('create table t (a int)');
      await a.query('begin; insert into t values (1)');
      await a.end();
      expect((await b.query('select * from t')).rows).toEqual([]);
    }));
});
