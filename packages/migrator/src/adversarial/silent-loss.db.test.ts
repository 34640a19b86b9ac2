import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { assessLoss } from '../loss/assess-loss.ts';
import { assessed } from '../loss/testing/assessed.ts';
import { aStep } from '../statements/testing/a-step.ts';

const SETUP = `
  create schema s;
  create table s.books (id int primary key, title text, rating float8);
  insert into s.books values (1, 'a', 1.0 / 3.0::float8), (2, 'b', 0.5);
  create table s.loans (id int primary key, book int references s.books on delete cascade);
  insert into s.loans values (1, 1), (2, 2);
  create view s.shelf as select * from s.books;
  create table s.snapshots (book s.shelf); insert into s.snapshots select b from s.shelf b;
  create table s.empty (a int); create table s.rows_of_empty (e s.empty); insert into s.rows_of_empty values (row(1));
  create type s.pair as (x int, y int); create table s.pairs of s.pair; insert into s.pairs values (1, 2);
  create table s.flags (id int, flag bool); insert into s.flags values (1, null);
  create function s.wipe() returns void language sql as 'delete from s.books';
  create function s.harmless() returns int stable language sql as 'select 1';
  create function s.bucket(int) returns int immutable language sql return $1 % 2;
  create table s.parts (id int) partition by list (s.bucket(id));
  create table public.books (id int); insert into public.books values (1);
`;

test.each([
  [
    'a CTE that deletes',
    ['with d as (delete from s.loans returning 1) select count(*) from d'],
    ['? a part of it updates or deletes rows'],
  ],
  ['EXPLAIN ANALYZE', ['explain (analyze) delete from s.loans'], ['? a part of it updates or deletes rows']],
  ['COPY of a DELETE', ["copy (delete from s.loans returning *) to '/dev/null'"], ['? a part of it updates or deletes rows']],
  ['a function that deletes', ['select s.wipe()'], ['? it calls s.wipe(), which may change rows']],
  [
    'a function that the plan makes',
    ['create function s.f() returns void language sql as $$ delete from s.loans $$; select s.f()'],
    ['? it calls s.f(), which may change rows'],
  ],
  ['a view', ['delete from s.shelf'], ['? s.shelf is a view: the rows are in the tables under it']],
  ['SET search_path', ['set search_path to s; drop table loans'], ['rows s.loans 2']],
  ['SET LOCAL search_path', ["set local search_path = 's', public; delete from loans"], ['rows s.loans 2']],
  ['set_config', ["select pg_catalog.set_config('search_path', 's', false); truncate loans"], ['rows s.loans 2']],
  ['a search path that ends with its step', ['set search_path to s', 'drop table books'], ['rows public.books 1']],
  ['RESET search_path', ['set search_path to s; reset search_path; drop table books'], ['rows public.books 1']],
  ['a temporary table of the same name', ['create temp table books (id int); drop table public.books'], ['rows public.books 1']],
  ['a temporary table that is gone', ['create temp table books (id int)', 'drop table books'], ['rows public.books 1']],
  ['a temporary table that is dropped', ['create temp table books (id int); drop table books; drop table books'], ['rows public.books 1']],
  [
    'rows that the plan marks first',
    ['update s.flags set flag = true; delete from s.flags where flag'],
    ['? which rows it changes depends on what the plan changes before'],
  ],
  [
    'rows that the plan orphans first',
    ['delete from s.loans; delete from s.books as b where not exists (select from s.loans where book = b.id)'],
    ['rows s.loans 2', '? which rows it changes depends on what the plan changes before'],
  ],
  ['ON DELETE CASCADE', ['delete from s.books'], ['rows s.books 2', '? foreign keys take or change rows of s.loans along with it']],
  ['columns of the row type of a table', ['drop table s.empty cascade'], ['values s.rows_of_empty.e 1']],
  ['columns of the row type of a view', ['drop view s.shelf cascade'], ['values s.snapshots.book 2']],
  ['a table that is partitioned by a function', ['drop function s.bucket(int) cascade'], ['? CASCADE may take s.parts']],
  ['large objects', ['select lo_unlink(1)'], ['? it calls lo_unlink(), which may change rows']],
  ['a script of an extension', ["alter extension plpgsql update to '2'"], ['? ALTER EXTENSION UPDATE runs a script of the extension']],
  ['a subscription', ['drop subscription s'], ['? DROP SUBSCRIPTION drops what the publisher has not sent yet']],
  ['a table of a type', ['drop type s.pair cascade'], ['rows s.pairs 1']],
  [
    'the last digits of a float',
    ['drop view s.shelf cascade; alter table s.books alter rating type numeric'],
    ['values s.snapshots.book 2', 'altered s.books.rating 1 | id = 1: 0.3333333333333333'],
  ],
  [
    'a table under the name of another',
    ['alter table s.flags rename to f; alter table s.loans rename to flags; delete from s.flags'],
    ['? the plan itself renames that table'],
  ],
])('%s takes rows, and is not silent', async (_name, bodies, expected) => {
  expect(await assessed(SETUP, bodies)).toEqual(expected);
});

test.each([
  ['select s.harmless(), now(), count(*) from s.books'],
  ['explain delete from s.loans'],
  ['insert into s.flags select 3, false where s.harmless() = 1'],
  ['create temp table scratch as select * from s.books; drop table scratch'],
  ['delete from s.flags where flag; delete from s.flags where id = 7'],
  ['create view s.v as select * from s.books where s.wipe() is null'],
])('%s takes nothing', async (body) => {
  expect(await assessed(SETUP, [body])).toEqual([]);
});

test('rows that a policy hides are not counted as none', async () => {
  await withDatabase(async ({ client }) => {
    const role = `adv_${process.pid}`;
    await client.query(`create role ${role}; create table hidden (id int); insert into hidden values (1);
      alter table hidden owner to ${role}; alter table hidden enable row level security; alter table hidden force row level security`);
    try {
      const step = aStep({ number: 1, body: 'drop table hidden', direction: 'down' });
      const { losses } = await assessLoss({ client, plan: { steps: [step] }, placeholders: {}, pgSettings: { role } });
      expect(losses).toMatchObject([{ kind: 'rows', object: 'public.hidden', count: null }]);
    } finally {
      await client.query(`drop owned by ${role}; drop role ${role}`);
    }
  });
});
