import { parseStatements } from '@godwit/migrator/statements';
import { expect, test } from 'vitest';
import { undoOfStatements } from './undo-of-statements.ts';

async function undoOf(sql: string): Promise<string | null> {
  const { statements, problem } = await parseStatements(sql);
  expect(problem, sql).toBeNull();
  return undoOfStatements(statements);
}

test.each([
  ['create table shelf.books (id int primary key)', 'drop table "shelf"."books";\n'],
  ['create schema "Odd name"', 'drop schema "Odd name";\n'],
  ['create table a as select 1', 'drop table "a";\n'],
  ['create materialized view a as select 1', 'drop materialized view "a";\n'],
  ['create view a as select 1', 'drop view "a";\n'],
  ['create sequence a', 'drop sequence "a";\n'],
  ["create type mood as enum ('ok')", 'drop type "mood";\n'],
  ['create type pair as (a int, b int)', 'drop type "pair";\n'],
  ['create type span as range (subtype = int4)', 'drop type "span";\n'],
  ['create domain year as int check (value > 0)', 'drop domain "year";\n'],
  ['create index ix on shelf.books (title)', 'drop index "shelf"."ix";\n'],
  [
    'alter table books add title text, add constraint k check (id > 0)',
    'alter table "books" drop constraint "k";\nalter table "books" drop column "title";\n',
  ],
  ['alter table books add author_id int references authors', 'alter table "books" drop column "author_id";\n'],
  ['create trigger t before update on books for each row execute function f()', 'drop trigger "t" on "books";\n'],
  ['create policy p on books', 'drop policy "p" on "books";\n'],
  ['create statistics s (ndistinct) on a, b from books', 'drop statistics "s";\n'],
  [
    'create function near(a int, b text[], out c int, variadic d text[]) language sql as $$ select 1 $$',
    'drop function "near"("pg_catalog"."int4", "text"[], "text"[]);\n',
  ],
  ['create function f() returns table (a int) language sql as $$ select 1 $$', 'drop function "f"();\n'],
  ['create procedure p(a int) language sql as $$ select 1 $$', 'drop procedure "p"("pg_catalog"."int4");\n'],
  ['create extension pg_trgm', 'drop extension "pg_trgm";\n'],
])('%s', async (sql, undo) => {
  expect(await undoOf(sql)).toBe(undo);
});

test('what belongs to a table that was made goes with it', async () => {
  const sql = `
    create table books (id int primary key, title text);
    create unique index on books (title);
    alter table books add check (id > 0), alter title set not null, enable row level security;
    create trigger t before update on books for each row execute function f();
    create policy p on books;
    comment on table books is 'all of them'; comment on column books.title is 'as printed';
    grant select on books to public;
    insert into books values (1, 'Emma');
    create statistics s on id, title from books;
    set local work_mem to '64MB';`;
  expect(await undoOf(sql)).toBe('drop table "books";\n');
});

test('the last is taken back first', async () => {
  expect(await undoOf('create schema s; create table s.a (); create view s.v as select * from s.a')).toBe(
    'drop view "s"."v";\ndrop table "s"."a";\ndrop schema "s";\n',
  );
});

test('what leaves nothing behind needs nothing', async () => {
  expect(
    await undoOf("create temp table t (); create extension if not exists pg_trgm; set local lock_timeout to '2s'; notify saved, 'it'"),
  ).toBe('');
});

test.each([
  'create table if not exists a ()',
  'create or replace view a as select 1',
  'create or replace function f() returns int language sql as $$ select 1 $$',
  'create function f(a books.id%type) returns int language sql as $$ select 1 $$',
  'alter table books add column if not exists title text',
  'alter table books add primary key (id)',
  'alter table books add check (id > 0)',
  'alter table books alter title set not null',
  'alter table books drop title',
  'alter table if exists books add title text',
  'create index on books (title)',
  'create index if not exists ix on books (title)',
  'create table parts () partition by list (id); alter table parts attach partition books for values in (1)',
  'drop table books',
  'insert into books values (1)',
  'update books set title = null',
  'comment on table books is null',
  'grant select on books to public',
  'do $$ begin end $$',
  'select 1',
  'set search_path to shelf; create table a ()',
  'alter type mood add value $$sad$$',
  'alter table books rename to tomes',
])('nobody but the database knows the way back of: %s', async (sql) => {
  const named = sql.replace('create table parts ()', 'create table parts (id int)');
  expect(await undoOf(named)).toBeNull();
});
