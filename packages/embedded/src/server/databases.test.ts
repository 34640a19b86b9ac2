import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { query, useServer } from '../testing/use-server.ts';

const embedded = useServer();
/** Without values, pg takes the simple protocol unless it is told so; its types do not know of that. */
const inExtendedProtocol = (text: string): pg.QueryConfig => Object.assign({ text }, { queryMode: 'extended' });
const root = (sql: string): Promise<Record<string, unknown>[]> => query(embedded.server.url(), sql);

describe('CREATE DATABASE', () => {
  test('makes one that knows its name and shows in pg_database', async () => {
    await root('create database "Say ""Hi"""');
    expect(await query(embedded.server.url('Say "Hi"'), 'select current_database() as name')).toEqual([{ name: 'Say "Hi"' }]);
    expect(await root(`select datname from pg_database where datname like 'Say%'`)).toEqual([{ datname: 'Say "Hi"' }]);
    expect(await query(embedded.server.url('Say "Hi"'), 'select datname from pg_database order by 1')).toEqual([
      { datname: 'Say "Hi"' },
      { datname: 'postgres' },
      { datname: 'template0' },
      { datname: 'template1' },
    ]);
    await root('drop database "Say ""Hi"""');
    expect(await root(`select datname from pg_database where datname like 'Say%'`)).toEqual([]);
  });

  test('copies a template, which may be open but not in use', async () => {
    await root('create database source');
    const source = new pg.Client({ connectionString: embedded.server.url('source') });
    await source.connect();
    await source.query("create table t as select 'from the source' as a");
    const refused = expect(root('create database copy template source')).rejects.toMatchObject({ code: '55006' });
    await refused;
    await source.end();
    await root(`create database copy with owner = postgres encoding 'UTF8' template = source`);
    await query(embedded.server.url('copy'), "insert into t values ('of the copy')");
    expect(await query(embedded.server.url('source'), 'select a from t')).toEqual([{ a: 'from the source' }]);
    expect(await query(embedded.server.url('copy'), 'select current_database() as name, count(*)::int as n from t')).toEqual([
      { name: 'copy', n: 2 },
    ]);
    await root('drop database copy');
    // the source has seen the first copy in its list
    await root('create database copy template source');
    expect(await query(embedded.server.url('copy'), 'select current_database() as name')).toEqual([{ name: 'copy' }]);
    await root('drop database copy');
    await root('drop database source');
  });

  test('takes roles along, and belongs to its owner', async () => {
    await root('create role staff; create role app login; grant staff to app; create database owned owner app');
    const url = embedded.server.url('owned').replace('postgres@', 'app@');
    expect(
      await query(
        url,
        "select current_user as me, pg_has_role('staff', 'member') as member, pg_get_userbyid(datdba) as owner from pg_database where datname = 'owned'",
      ),
    ).toEqual([{ me: 'app', member: true, owner: 'app' }]);
    await expect(root('create database nobodys owner nobody')).rejects.toMatchObject({ code: '42704' });
    await root('drop database owned');
  });

  test('refuses a name that is taken and a template that there is not', async () => {
    await expect(root('create database postgres')).rejects.toMatchObject({ code: '42P04', message: 'database "postgres" already exists' });
    await expect(root('create database x template nowhere')).rejects.toMatchObject({ code: '3D000' });
    await expect(root('create database template1')).rejects.toMatchObject({ code: '42P04' });
  });

  test('is refused in a transaction, runs in a script, and by the extended protocol', async () => {
    await expect(root('begin; create database never')).rejects.toMatchObject({ code: '25001' });
    expect(
      await root(
        "create table s (a int); create database scripted; insert into s values (1); select a, (select count(*)::int from pg_database where datname = 'scripted') as n from s",
      ),
    ).toEqual([{ a: 1, n: 1 }]);
    const client = new pg.Client({ connectionString: embedded.server.url() });
    await client.connect();
    const extended = (text: string): Promise<pg.QueryResult> => client.query(inExtendedProtocol(text));
    expect((await extended('create database extended')).command).toBe('CREATE');
    await expect(extended('create database extended')).rejects.toMatchObject({ code: '42P04' });
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await client.query('begin');
    await expect(extended('create database never')).rejects.toMatchObject({ code: '25001' });
    await client.query('rollback');
    await extended('drop database extended');
    await client.end();
    await root('drop table s; drop database scripted');
  });

  test('a script stops at the first error', async () => {
    await expect(root('create database one; create database one; create database two')).rejects.toMatchObject({ code: '42P04' });
    expect(await root("select datname from pg_database where datname in ('one', 'two')")).toEqual([{ datname: 'one' }]);
    await root('drop database one');
  });
});

describe('DROP DATABASE', () => {
  test('waits for connections that are closing, refuses while others stay, and FORCE ends them', async () => {
    await root('create database crowded');
    const guest = new pg.Client({ connectionString: embedded.server.url('crowded') });
    const farewell = new Promise<Error>((resolve) => guest.on('error', resolve));
    await guest.connect();
    await expect(root('drop database crowded')).rejects.toMatchObject({
      code: '55006',
      message: 'database "crowded" is being accessed by other users',
      detail: 'There is 1 other session using the database.',
    });
    await guest.query('create table t (a int); begin');
    await root('drop database crowded with (force)');
    expect(await farewell).toMatchObject({ code: '57P01' });
    await expect(query(embedded.server.url('crowded'), 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  test('knows which one it is', async () => {
    await expect(root('drop database nowhere')).rejects.toMatchObject({ code: '3D000', message: 'database "nowhere" does not exist' });
    await root('drop database if exists nowhere');
    await expect(root('drop database postgres')).rejects.toMatchObject({ code: '55006' });
    await expect(root('drop database template1')).rejects.toMatchObject({ code: '42809' });
    await expect(root('drop database')).rejects.toMatchObject({ code: '42601' });
  });
});

test('ALTER DATABASE … RENAME', async () => {
  await root('create database before');
  await query(embedded.server.url('before'), 'create table t as select 7 as a');
  await root('alter database before rename to after');
  await expect(query(embedded.server.url('before'), 'select 1')).rejects.toMatchObject({ code: '3D000' });
  expect(await query(embedded.server.url('after'), 'select current_database() as name, a from t')).toEqual([{ name: 'after', a: 7 }]);
  await expect(root('alter database after rename to postgres')).rejects.toMatchObject({ code: '42P04' });
  await expect(query(embedded.server.url('after'), 'alter database after rename to other')).rejects.toMatchObject({ code: '0A000' });
  await root('drop database after');
});

test('what else is said of databases is left to PostgreSQL', async () => {
  await root('create database told; create role teller');
  await root(
    "revoke all on database told from public; grant connect on database told to teller; comment on database told is 'x'; alter database told owner to teller",
  );
  await root('begin; grant create on database told to teller; rollback');
  await expect(root('grant connect on database nowhere to teller')).rejects.toMatchObject({ code: '3D000' });
  await expect(root('grant connect on database told to nobody')).rejects.toMatchObject({ code: '42704' });
  await root('drop database told; drop role teller');
});

test('template1 can be connected to, template0 cannot', async () => {
  expect(await query(embedded.server.url('template1'), 'select current_database() as name')).toEqual([{ name: 'template1' }]);
  await query(embedded.server.url('template1'), 'create database from_template1');
  await root('drop database from_template1');
  await expect(query(embedded.server.url('template0'), 'select 1')).rejects.toMatchObject({ code: '55000' });
});

test('eight databases in a row, and more engines than stay open', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `many_${index}`);
  for (const name of names) await root(`create database ${name}`);
  await Promise.all(names.slice(0, 6).map((name) => query(embedded.server.url(name), `create table t as select '${name}' as a`)));
  for (const name of names.slice(0, 6)) expect(await query(embedded.server.url(name), 'select a from t')).toEqual([{ a: name }]);
  const open = async (): Promise<number> => (await embedded.server.databases()).filter((database) => database.open).length;
  await expect.poll(open).toBeLessThanOrEqual(4);
  await root(names.map((name) => `drop database ${name}`).join(';'));
});
