import { expect, test } from 'vitest';
import { checksOf } from '../testing/checks-of.ts';

const READS = [
  'select 1',
  'table books',
  'values (1)',
  'with a as (select 1) select * from a',
  'show search_path',
  'explain select 1',
  'set local enable_seqscan = off',
  'set enable_seqscan = off',
  'set constraints all immediate',
  "select 'insert into books values (1)'",
];

const WRITES = [
  'insert into books values (1)',
  'update books set id = 1',
  'delete from books',
  'merge into books using ratings on true when matched then delete',
  'truncate books',
  'with a as (insert into books values (1) returning *) select * from a',
  'select 1 into books',
  'create table books ()',
  'create temporary table books as select 1',
  'select * from books for update',
  'select * from (select * from books for share) as a',
  'explain analyze insert into books values (1)',
  'lock table books',
  'call work()',
  'do $$ begin end $$',
  'copy books to stdout',
  'analyze books',
];

test.each(READS)('%s reads', async (statement) => {
  expect(await checksOf(`--! Check: one\n${statement};\nselect 1;`)).toMatchObject([{ writes: false }]);
});

test.each(WRITES)('%s writes', async (statement) => {
  expect(await checksOf(`--! Check: one\n${statement};\nselect 1;`)).toMatchObject([{ writes: true }]);
});
