import { expect, test } from 'vitest';
import { assessed } from './testing/assessed.ts';

const SETUP = `
  create schema s;
  create table s.log (n int);
  create table s.books (id int, title text, updated_at timestamptz); insert into s.books values (1, 'a', null);
  create function s.touch() returns trigger language plpgsql as $$ begin
    -- before each update of a row
    if tg_op = 'UPDATE' then new.updated_at := now(); end if; perform pg_notify('books', 'delete'); return new; end $$;
  create function s.archive() returns trigger language plpgsql as $$ begin delete from s.log; return null; end $$;
  create table s.plain (id int); insert into s.plain values (1);
  create trigger touch before insert or update on s.plain for each row execute function s.touch();
  create trigger archive after update of title or delete on s.books for each row execute function s.archive();
  create trigger emptied after truncate on s.books execute function s.archive();
  create table s.ruled (id int); insert into s.ruled values (1);
  create rule also as on insert to s.ruled do also delete from s.log;
`;

const trigger = (name: string) => `? the trigger ${name} of s.books may change other rows`;

test.each([
  ['UPDATE', "update s.books set title = 'b'", ['overwritten s.books.title 1', trigger('archive')]],
  ['UPDATE of nothing that is there', "update s.books set title = 'b' where id = 7", [trigger('archive')]],
  ['DELETE', 'delete from s.books', ['rows s.books 1', trigger('archive')]],
  ['TRUNCATE', 'truncate s.books', ['rows s.books 1', trigger('emptied')]],
  ['INSERT', 'insert into s.ruled values (2)', ['? the rule also of s.ruled may change other rows']],
  ['what stays when another goes', 'drop trigger emptied on s.books; delete from s.books', ['rows s.books 1', trigger('archive')]],
])('%s sets off what changes other rows, and that is said', async (_, body, expected) => {
  expect(await assessed(SETUP, [body])).toEqual(expected);
});

test.each([
  ['a trigger that looks at its row alone', 'update s.plain set id = 2; insert into s.plain values (3)', ['overwritten s.plain.id 1']],
  ['a trigger of another event or column', "insert into s.books values (2, 'b'); update s.books set updated_at = now()", []],
  ['a trigger that goes first', 'drop trigger archive on s.books; delete from s.books', ['rows s.books 1']],
  [
    'triggers that are disabled first',
    'alter table s.books disable trigger user; delete from s.books; truncate s.books',
    ['rows s.books 1', 'rows s.books 1'],
  ],
  ['a rule that goes first', 'drop rule also on s.ruled; insert into s.ruled values (2)', []],
])('nothing is said of %s', async (_, body, expected) => {
  expect(await assessed(SETUP, [body])).toEqual(expected);
});
