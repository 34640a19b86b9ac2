import { expect, test } from 'vitest';
import { planStatements } from './statement-plan.ts';

const plan = (sql: string): ReturnType<typeof planStatements> => planStatements(sql, { suffix: '~7', user: 'me' });
const pieces = (sql: string): string[] => plan(sql).pieces.map(({ sql: text, command }) => (command === null ? text : `[${command.kind}]`));

test('a script without anything remarkable stays as it is', () => {
  expect(pieces('select 1; select 2')).toEqual(['select 1; select 2']);
  expect(pieces('update t set a = 1; insert into t values (1)')).toEqual(['update t set a = 1; insert into t values (1)']);
  expect(pieces("select 'create database x'")).toEqual(["select 'create database x'"]);
  expect(pieces('')).toEqual(['']);
});

test('what the server answers is cut out, and the rest stands where it stood', () => {
  const sql = "select 1;\ncreate database a;\nselect ';' , 2; -- end\ndrop database a";
  expect(pieces(sql)).toEqual(['select 1;\n', '[create]', "         \n                 ;\nselect ';' , 2; -- end\n", '[drop]']);
  for (const { sql: text } of plan(sql).pieces) expect(sql.startsWith(text.trim(), text.length - text.trimStart().length)).toBe(true);
});

test('names become the connection’s own', () => {
  expect(pieces('prepare p as select 1; execute "P"; deallocate p')).toEqual([
    'prepare "p~7" as select 1; execute "P~7"; deallocate "p~7"',
  ]);
  expect(pieces('unlisten a; reset session authorization')).toEqual(['unlisten godwit_nobody; set session authorization "me"']);
});

test('what a script may change is found', () => {
  expect(
    plan('set a = 1; reset b; listen c; unlisten *; copy t from stdin; prepare p as select 1; lock table d; select pg_advisory_lock(1)'),
  ).toMatchObject({
    changes: ['a'],
    resets: ['b'],
    channels: [
      { listen: true, channel: 'c' },
      { listen: false, channel: null },
    ],
    copies: 1,
    prepares: true,
    tableLocks: ['d'],
    waits: true,
    opaque: true,
  });
});

test.each([
  ['begin; select * from t', false],
  ['lock table t in exclusive mode', false],
  ['savepoint a', true],
  ['declare c cursor for select 1', true],
  ["select pg_notify('a', 'b')", true],
  ['select pg_try_advisory_xact_lock(1)', true],
  ['set local a = 1', true],
])('whether a transaction could not be repeated after %j: %s', (sql, expected) => {
  expect(plan(sql).opaque).toBe(expected);
});
