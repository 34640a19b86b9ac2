import { expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';

const split = (sql: string): string[] => splitStatements(sql).map(({ start, end }) => sql.slice(start, end));

test.each([
  ['select 1; select 2', ['select 1', 'select 2']],
  [' ;; -- nothing\n;', []],
  ["insert into t values (';'); select $$;$$ -- ;\n", ["insert into t values (';')", 'select $$;$$']],
  [
    'create rule r as on insert to t do (delete from a; delete from b); select 1',
    ['create rule r as on insert to t do (delete from a; delete from b)', 'select 1'],
  ],
  [
    'create or replace function f() returns int begin atomic select case when true then 1 else 2 end; select 3; end; select 4',
    ['create or replace function f() returns int begin atomic select case when true then 1 else 2 end; select 3; end', 'select 4'],
  ],
  ['begin; select 1; end; select 2', ['begin', 'select 1', 'end', 'select 2']],
  ['select (1; select 2', ['select (1; select 2']],
  ['select 1); select 2', ['select 1)', 'select 2']],
])('%j', (sql, expected) => {
  expect(split(sql)).toEqual(expected);
});
