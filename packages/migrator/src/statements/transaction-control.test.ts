import { expect, test } from 'vitest';
import { parseStatements } from './parse-statements.ts';
import { findTransactionControl } from './transaction-control.ts';

const find = async (sql: string) => findTransactionControl((await parseStatements(sql)).statements);

test.each([
  ['begin', 'BEGIN'],
  ['start transaction isolation level serializable', 'START TRANSACTION'],
  ['commit', 'COMMIT'],
  ['end', 'COMMIT'],
  ['commit and chain', 'COMMIT'],
  ['rollback', 'ROLLBACK'],
  ['abort', 'ROLLBACK'],
  ['savepoint a', 'SAVEPOINT'],
  ['release a', 'RELEASE SAVEPOINT'],
  ['rollback to a', 'ROLLBACK TO SAVEPOINT'],
  ["prepare transaction 'x'", 'PREPARE TRANSACTION'],
  ["commit prepared 'x'", 'COMMIT PREPARED'],
  ["rollback prepared 'x'", 'ROLLBACK PREPARED'],
])('%s is found', async (sql, command) => {
  expect(await find(`select 1; ${sql}; select 2`)).toMatchObject([{ command, index: 1, offset: 10, where: 'statement' }]);
});

test('COMMIT inside a DO block is a trap of its own', async () => {
  const loop = 'do $$ begin for i in 1..3 loop if i > 1 then update t set a = i; commit; end if; end loop; end $$';
  expect(await find(loop)).toMatchObject([{ command: 'COMMIT', index: 0, where: 'do block' }]);
  expect(await find('select 1; do language plpgsql $$ begin rollback; end $$')).toMatchObject([
    { command: 'ROLLBACK', index: 1, where: 'do block' },
  ]);
});

test.each([
  'create function f() returns int language plpgsql as $$ begin return 1; end $$',
  'create procedure p() language plpgsql as $$ begin commit; end $$',
  `do $$ begin raise notice '"PLpgSQL_stmt_commit":'; begin perform 1; exception when others then null; end; end $$`,
  'do $$ declare commit int; begin commit := 1; end $$',
  'do language plpython3u $$ commit() $$',
  "comment on table t is 'begin; commit'",
  'set transaction isolation level serializable',
  'create function f() returns int language sql begin atomic select 1; end',
])('none in: %s', async (sql) => {
  expect(await find(sql)).toEqual([]);
});
