import { describe, expect, test } from 'vitest';
import { formatName } from '../statements/relation-name.ts';
import { commonGround } from './common-ground.ts';
import { type Touched, touchedByRevisions } from './touched.ts';

async function touchedBy(body: string, others: readonly string[] = []): Promise<Touched> {
  const revisions = [...others, body].map((text, index) => ({ hash: `sha1:${index}`, body: text }));
  const touched = (await touchedByRevisions(revisions, {})).get(`sha1:${others.length}`);
  if (touched === undefined) throw new Error('nothing known');
  return touched;
}

const MARKS = { changes: '', adds: '+', uses: '', references: '→' } as const;

/** What is changed, or added to (+), before the bar; what is only used, or referenced by a key (→), after it. */
async function short(body: string, others: readonly string[] = []): Promise<string> {
  const { objects, anything } = await touchedBy(body, others);
  const called = objects.map(({ kind, object }) => ({
    kind,
    name: `${object.kind === 'relation' ? '' : `${object.kind} `}${formatName(object)}`,
  }));
  const [mine, theirs] = [
    ['changes', 'adds'],
    ['uses', 'references'],
  ].map((kinds) => called.filter(({ kind }) => kinds.includes(kind)));
  const rest = theirs?.filter(({ name }) => !mine?.some((one) => one.name === name)) ?? [];
  const lists = [mine ?? [], rest].map((list) => list.map(({ kind, name }) => `${MARKS[kind]}${name}`).join(', '));
  return `${lists.join(' | ')}${anything === null ? '' : ` | * ${anything.reason}`}`;
}

describe('a statement touches', () => {
  test.each([
    ['create table s.a (id int references b, m mood, n s2.kind[], t text default now())', 's.a | function now, →b, mood, s2.kind, text'],
    ['create table a (like b including all) inherits (c)', 'a | b, c'],
    ['create table a partition of b for values in (1)', 'a, b | '],
    ['create table a as select * from b join c using (id)', 'a | b, c'],
    ['select * into a from b', 'a | b'],
    ['alter table a add b int, add foreign key (b) references s.c', 'a | →s.c'],
    ['alter table a add b int references s.c', '+a | →s.c'],
    ['alter table a alter b type mood using b::mood', 'a | mood'],
    ['alter table a attach partition b for values in (1)', 'a, b | '],
    ['alter table a inherit b', 'a | b'],
    ['alter table a rename to b', 'a, b | '],
    ['alter table s.a rename b to c', 's.a | '],
    ['alter table a rename constraint b to c', 'a | '],
    ['alter table a set schema s', 'a, s.a | '],
    ['alter view a rename to b', 'a, b | '],
    ['create index b on s.a (lower(c))', '+s.a, s.b | function lower'],
    ['create index concurrently on a (b)', '+a | '],
    ['create or replace view a as with b as (select 1) select * from b, c, s.b', 'a | c, s.b'],
    ['create materialized view a as select f(b) from c', 'a | function f, c | * f() may do anything'],
    ['refresh materialized view a', 'a | '],
    ['create sequence a', 'a | '],
    ['alter sequence a restart', 'a | '],
    ['create trigger t before update on a for each row execute function s.f()', '+a | function s.f'],
    ['create policy p on a using (f(b))', '+a | function f'],
    ['create statistics st on b, c from a', 'a | '],
    ['create function s.f(a mood) returns setof b language sql as $$ select * from c $$', 'function s.f | mood, b'],
    ['create procedure p() language sql begin atomic insert into a values (1); end', 'function p | a'],
    ['alter function f(int) stable', 'function f | '],
    ["create type a as enum ('x')", 'a | '],
    ["alter type s.a add value 'y'", 's.a | '],
    ['create type a as (b mood)', 'a | mood'],
    ['create domain a as mood check (value > f())', 'a | function f, mood'],
    ['alter domain a set not null', 'a | '],
    ['create type a as range (subtype = b)', 'a | b'],
    ['create aggregate a(int) (sfunc = int4_sum, stype = int8)', 'function a | int4_sum, int8'],
    ['alter type a rename to b', 'a, b | '],
    ['alter function s.a() rename to b', 'function s.a, function s.b | '],
    ['create extension if not exists vector', ' | extension vector'],
    ['create extension vector', 'extension vector | '],
    ['create schema if not exists s', ' | schema s'],
    ['create schema s create table a (id int references b) create view v as select * from c', 'schema s, a, v | →b, c'],
    ['drop table a, s.b', 'a, s.b | '],
    ['drop view if exists a', 'a | '],
    ['drop function f(mood)', 'function f | mood'],
    ['drop trigger t on s.a', 's.a | '],
    ['drop policy p on a', 'a | '],
    ['drop type a', 'a | '],
    ["comment on column s.a.b is 'x'", '+s.a | '],
    ["comment on table a is 'x'", '+a | '],
    ["comment on function f(int) is 'x'", '+function f | '],
    ["comment on constraint c on a is 'x'", '+a | '],
    ['grant select on a, s.b to c', 'a, s.b | '],
    ['grant execute on function f(int) to c', 'function f | '],
    ['grant usage on schema s to c', 'schema s | '],
    ['alter table a owner to c', 'a | '],
    ['alter function f() owner to c', 'function f | '],
    ['create role r', 'role r | '],
    ['grant r to q', 'role r, role q | '],
    ['insert into a select count(*), lower(b) from c', '+a | function count, function lower, c'],
    ['update a set b = c.b from s.c where a.id = c.id', 'a | s.c'],
    ['with d as (delete from a returning *) insert into b select * from d', '+b, a | '],
    ['insert into a values (1) on conflict (id) do update set b = 1', 'a | '],
    ['merge into a using b on a.id = b.id when matched then delete', 'a | b'],
    ['truncate a, b', 'a, b | '],
    ['analyze a', 'a | '],
    ['select 1 from a', ' | a'],
    ['lock table a', ' | '],
    ['set search_path to s', ' | '],
    ['-- only a comment', ' | '],
  ])('%s', async (sql, expected) => {
    expect(await short(sql)).toBe(expected);
  });

  test.each([
    ['do $$ begin end $$', 'DO runs code'],
    ['call p()', 'CALL runs code'],
    ['select fill()', 'fill() may do anything'],
    ["update a set b = s.lower('X')", 's.lower() may do anything'],
    ["select setval('a_id_seq', 1)", 'setval() may do anything'],
    ['drop table a cascade', 'CASCADE reaches what depends on it'],
    ['truncate a cascade', 'TRUNCATE CASCADE reaches what references it'],
    ['drop schema s', 'DROP SCHEMA'],
    ['drop owned by r', 'DROP OWNED drops whatever the role owns'],
    ['drop extension vector', 'DROP EXTENSION takes its functions and types'],
    ['alter extension vector update', 'ALTER EXTENSION changes its functions and types'],
    ['alter schema s rename to t', 'RENAME of a schema renames everything in it'],
    ['grant select on all tables in schema s to r', 'GRANT or REVOKE on everything in a schema'],
    ['alter default privileges in schema s grant select on tables to r', 'ALTER DEFAULT PRIVILEGES changes what is made after it'],
    ['reindex schema s', 'REINDEX of more than one table'],
    ['create event trigger e on ddl_command_end execute function f()', 'what CreateEventTrig touches is not known'],
    ['drop index i', 'the table of the index i is not known'],
    ['alter table :NAME add a int', ':NAME has no value here'],
    ['alter tabel a', 'it cannot be parsed'],
  ])('anything: %s', async (sql, reason) => {
    expect((await touchedBy(sql)).anything).toMatchObject({ reason });
  });

  test('the table of an index that another revision made', async () => {
    const others = ['create index i on old (x); drop index i', 'create index concurrently i on s.a (b)'];
    expect(await short('drop index concurrently s.i', others)).toBe('s.i, s.a | ');
    expect(await short('alter index i rename to j', others)).toBe('i, s.a, j | ');
    expect(await short('reindex index i', others)).toBe('i, s.a | ');
  });

  test('what the values of its placeholders name, which may be secret and are not shown', async () => {
    const touched = await touchedByRevisions([{ hash: 'sha1:1', body: 'alter table :SCHEMA.a add b int' }], { ':SCHEMA': 'app' });
    const statement = 'alter table :SCHEMA.a add b int';
    const object = { kind: 'relation', schema: 'app', name: 'a' };
    expect(touched.get('sha1:1')).toEqual({
      objects: [
        { kind: 'adds', object, statement },
        { kind: 'uses', object, statement },
      ],
      anything: null,
    });
  });
});

describe('two bodies', () => {
  const meet = async (first: string, second: string) => commonGround(await touchedBy(first), await touchedBy(second));

  test.each([
    ['create table a (id int references users)', 'create table b (id int references users)'],
    ['alter table s.a add b int', 'alter table t.a add b int'],
    ['create table a (id int references users)', 'alter table users add a int'],
    ['alter table a add foreign key (id) references users', 'create index on users (a)'],
    ['create extension if not exists vector', 'create extension if not exists vector'],
    ['create view v as select * from users', 'create materialized view w as select count(*) from users'],
    ['create function a() returns int language sql as $$ select 1 $$', 'create table a (id int)'],
    ['do $$ begin end $$', '-- nothing to do here'],
  ])('%s and %s touch different objects', async (first, second) => {
    expect(await meet(first, second)).toBeNull();
    expect(await meet(second, first)).toBeNull();
  });

  test.each([
    ['alter table users add a int', 'alter table users add b int', 'users'],
    ['alter table public.users drop a', 'create table a (id int references users)', 'public.users'],
    ['alter table public.users add a int', 'create view v as select * from users', 'public.users'],
    ['create index on users (a)', 'insert into users values (1)', 'users'],
    ['create view v as select * from public.users', 'alter table users drop a', 'public.users'],
    [
      'create or replace function f() returns int language sql as $$ select 1 $$',
      'create trigger t before update on a execute function f()',
      'f',
    ],
    ["alter type mood add value 'x'", 'alter table a add m mood', 'mood'],
    ['insert into settings values (1)', 'alter table settings add check (a > 0)', 'settings'],
  ])('%s and %s both touch %s', async (first, second, name) => {
    const common = await meet(first, second);
    expect(common?.objects.map(({ object }) => formatName(object))).toEqual([name]);
    expect(common).toMatchObject({ objects: [{ first, second }], anything: null });
    expect((await meet(second, first))?.objects.map(({ object }) => formatName(object))).toEqual([name]);
  });

  test('one that may do anything touches whatever the other does', async () => {
    const code = 'do $$ begin end $$';
    expect(await meet(code, 'create table a ()')).toEqual({
      objects: [],
      anything: { side: 'first', reason: 'DO runs code', statement: code },
    });
    expect(await meet('create table a ()', code)).toMatchObject({ anything: { side: 'second' } });
    expect(await meet(code, code)).not.toBeNull();
  });
});
