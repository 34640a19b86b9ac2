import { expect, test } from 'vitest';
import { assessed } from './testing/assessed.ts';

const SETUP = `
  create schema s;
  create sequence s.invoice_no start 1000; select nextval('s.invoice_no'), nextval('s.invoice_no');
  create sequence s.unused;
  create table s.books (id int generated always as identity, serial_id serial, title text);
  insert into s.books (title) values ('a'), ('b');
  create table s.cleared (id serial); insert into s.cleared default values; delete from s.cleared;
`;

const position = (of: string, last: number) => `${of} 1 | the position of its sequence, ${last}`;

test.each([
  ['a sequence of its own', 'drop sequence s.invoice_no, s.unused', [position('values s.invoice_no', 1001)]],
  ['one that a column uses, which stays', 'drop sequence s.books_serial_id_seq cascade', [position('values s.books_serial_id_seq', 2)]],
  ['an identity, of a column that stays', 'alter table s.books alter id drop identity', [position('values s.books.id', 2)]],
  ['one in a schema', 'drop schema s cascade', ['rows s.books 2', position('values s.invoice_no', 1001)]],
  [
    'one that begins anew',
    'alter sequence s.invoice_no restart; alter table s.books alter id restart',
    [position('overwritten s.invoice_no', 1001), position('overwritten s.books.id', 2)],
  ],
  [
    'one that is set back',
    `alter sequence s.invoice_no restart with 1001; select setval('s."invoice_no"'::regclass, 5)`,
    [position('overwritten s.invoice_no', 1001), position('overwritten s.invoice_no', 1001)],
  ],
])('the position of %s is a loss: numbers would be given out again', async (_, body, expected) => {
  expect(await assessed(SETUP, [body])).toEqual(expected);
});

test.each([
  ['goes with its column or table', 'alter table s.books drop column serial_id; drop table s.cleared', ['values s.books.serial_id 2']],
  ['has given out none', 'drop sequence s.unused; alter sequence s.unused restart', []],
  ['is set forward', "alter sequence s.invoice_no restart with 2000; select setval('s.invoice_no', 5000)", []],
  ['is set to where the rows are', "select setval('s.books_serial_id_seq', (select max(serial_id) from s.books))", []],
  ['the plan makes', 'create sequence s.new; drop sequence s.new', []],
])('one that %s is none', async (_, body, expected) => {
  expect(await assessed(SETUP, [body])).toEqual(expected);
});
