import { describe, expect, test } from 'vitest';
import { parseStatements } from '../parse-statements.ts';
import { formatName } from '../relation-name.ts';
import { trackLocks } from './existing-objects.ts';
import { locksOf, runsCode } from './locks-of.ts';

const claims = async (sql: string) => (await parseStatements(sql)).statements.flatMap((statement) => locksOf(statement));

const short = async (sql: string) =>
  (await claims(sql)).map(({ object, mode, work }) => `${object.kind} ${formatName(object)}: ${mode}, ${work}`);

test('a claim says what waits for it, and where the rule is written', async () => {
  expect(await claims('alter table shelf.books alter column isbn set not null')).toEqual([
    {
      object: { kind: 'table', schema: 'shelf', name: 'books' },
      mode: 'ACCESS EXCLUSIVE',
      blocks: 'reads and writes',
      work: 'scan',
      unless: 'a valid CHECK (column IS NOT NULL) proves it',
      also: null,
      because: 'SET NOT NULL',
      source: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    },
  ]);
});

test.each([
  ['create index on t (a)', 'writes'],
  ['create index concurrently on t (a)', 'schema changes'],
  ['alter table t add foreign key (a) references u', 'writes'],
  ['reindex table t', 'reads and writes'],
  ['refresh materialized view concurrently t', 'writes'],
  ['update t set a = 1', 'writes to the same rows'],
  ['insert into t values (1)', 'nothing'],
  ['select 1 from t', 'nothing'],
])('%s blocks %s', async (sql, blocks) => {
  expect((await claims(sql))[0]).toMatchObject({ blocks });
});

test('subcommands on one table are one lock: the strongest mode, the longest work', async () => {
  expect(
    await short('alter table t alter a set statistics 5, add foreign key (a) references u, add check (a > 0), add column b int'),
  ).toEqual(['table t: ACCESS EXCLUSIVE, scan', 'table u: SHARE ROW EXCLUSIVE, scan']);
});

test.each([
  ['vacuum', ['database "every table": SHARE UPDATE EXCLUSIVE, scan']],
  ['vacuum full a, b', ['table a: ACCESS EXCLUSIVE, rewrite', 'table b: ACCESS EXCLUSIVE, rewrite']],
  ['vacuum (full off, analyze) a', ['table a: SHARE UPDATE EXCLUSIVE, scan']],
  ['cluster', ['database "every table": ACCESS EXCLUSIVE, rewrite']],
  ['reindex schema s', ['schema s: SHARE, index build']],
  ['reindex (concurrently) database d', ['database d: SHARE UPDATE EXCLUSIVE, index build']],
  ['drop schema s cascade', ['schema s: ACCESS EXCLUSIVE, catalog']],
  ['drop owned by r', ['role r: ACCESS EXCLUSIVE, catalog']],
  ['alter table t set logged', ['table t: ACCESS EXCLUSIVE, rewrite']],
  ['alter table t of c', ['table t: ACCESS EXCLUSIVE, catalog']],
  ['alter table t not of', ['table t: ACCESS EXCLUSIVE, catalog']],
  ['alter table t alter a set expression as (b + 1)', ['table t: ACCESS EXCLUSIVE, rewrite']],
  ['alter table t add column a int generated always as (b) virtual', ['table t: ACCESS EXCLUSIVE, catalog']],
  ['alter table t add not null a not valid', ['table t: ACCESS EXCLUSIVE, catalog']],
  ['alter table t add primary key using index i', ['table t: ACCESS EXCLUSIVE, scan']],
  ['alter table p detach partition c finalize', ['table p: SHARE UPDATE EXCLUSIVE, catalog', 'table c: ACCESS EXCLUSIVE, catalog']],
  ['alter index i attach partition j', ['index i: SHARE UPDATE EXCLUSIVE, catalog', 'index j: ACCESS EXCLUSIVE, catalog']],
  ['alter index i set tablespace x', ['index i: ACCESS EXCLUSIVE, rewrite']],
  ["alter foreign table f options (set a 'b')", ['table f: ACCESS EXCLUSIVE, catalog']],
  ['alter table t set (hnsw_option = 1)', ['table t: ACCESS EXCLUSIVE, catalog']],
  ['create foreign table f (a int) server s', []],
  ["security label on table t is 'x'", ['table t: SHARE UPDATE EXCLUSIVE, catalog']],
  ['alter domain d validate constraint c', ['type d: SHARE, scan']],
  ["copy t from program 'x'", ['table t: ROW EXCLUSIVE, rows']],
  ['drop index concurrently i', ['index i: SHARE UPDATE EXCLUSIVE, catalog']],
  ['drop function f(int) cascade', ['type f: ACCESS EXCLUSIVE, catalog']],
])('%s', async (sql, expected) => {
  expect(await short(sql)).toEqual(expected);
});

test('code that runs inside the server is told apart', async () => {
  const { statements } = await parseStatements('do $$ begin end $$; call p(); select f()');
  expect(statements.map((statement) => runsCode(statement))).toEqual([true, true, false]);
});

describe('what statements made themselves', () => {
  const tracked = async (sql: string, searchPath?: readonly string[]) => {
    const tracker = trackLocks(searchPath);
    const { statements } = await parseStatements(sql);
    return statements.map((statement) => tracker.locksOf(statement).map(({ object, mode }) => `${formatName(object)} ${mode}`));
  };

  test('is not locked for anybody', async () => {
    expect(
      await tracked(`
        create table a (id int primary key, b int references b);
        create index a_b on a (b);
        alter table public.a add foreign key (b) references c;
        drop index a_b;
        insert into a select * from d;
        create view v as select * from a;
        alter view v rename to w;
        comment on view w is 'x'`),
    ).toEqual([['b SHARE ROW EXCLUSIVE'], [], ['c SHARE ROW EXCLUSIVE'], [], ['d ACCESS SHARE'], [], [], []]);
  });

  test('IF NOT EXISTS and OR REPLACE may have found something older', async () => {
    const locks = await tracked(
      'create table if not exists a (id int); create index on a (id); create or replace view v as select 1; drop view v',
    );
    expect(locks).toEqual([[], ['a SHARE'], ['v ACCESS EXCLUSIVE'], ['v ACCESS EXCLUSIVE']]);
  });

  test('names without a schema follow the search path, also one that the body sets', async () => {
    expect(await tracked('create table a (id int); lock table app.a; lock table public.a', ['app', 'public'])).toEqual([
      [],
      [],
      ['public.a ACCESS EXCLUSIVE'],
    ]);
    expect(await tracked("set search_path to 'app', public; create table a (id int); lock table app.a; lock table public.a")).toEqual([
      [],
      [],
      [],
      ['public.a ACCESS EXCLUSIVE'],
    ]);
  });

  test('a search path that a body sets ends with it', async () => {
    const tracker = trackLocks();
    const locks = async (sql: string) => {
      tracker.nextBody();
      return (await parseStatements(sql)).statements.flatMap((statement) =>
        tracker.locksOf(statement).map(({ object }) => formatName(object)),
      );
    };
    expect(await locks('set search_path to app; create table a (id int); lock table app.a')).toEqual([]);
    expect(await locks('lock table a; lock table app.a')).toEqual(['a']);
  });

  test('tables made inside CREATE SCHEMA belong to it', async () => {
    expect(await tracked('create schema s create table a (id int); lock table s.a; lock table a')).toEqual([
      [],
      [],
      ['a ACCESS EXCLUSIVE'],
    ]);
  });
});
