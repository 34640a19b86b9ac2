import { describe, expect, test } from 'vitest';
import { parseDatabaseStatement } from './database-statement.ts';
import { lockedTables } from './locked-tables.ts';
import { resetSettings } from './reset-names.ts';
import { scan } from './scan.ts';
import { copiesFromClient, parseSessionStatement } from './session-statement.ts';
import { changedSettings } from './setting-names.ts';

describe('statements about databases', () => {
  test.each([
    ['create database App', { kind: 'create', name: 'app', template: null, owner: null }],
    [
      'CREATE DATABASE "App" WITH OWNER = me TEMPLATE "Base" ENCODING \'UTF8\'',
      { kind: 'create', name: 'App', template: 'Base', owner: 'me' },
    ],
    ["create database a template 'base' owner default", { kind: 'create', name: 'a', template: 'base', owner: null }],
    ['/* c */ drop /* d */ database if exists a with (force)', { kind: 'drop', name: 'a', ifExists: true, force: true }],
    ['drop database a (FORCE)', { kind: 'drop', name: 'a', ifExists: false, force: true }],
    ['drop database "if"', { kind: 'drop', name: 'if', ifExists: false, force: false }],
    ['alter database a rename to "B"', { kind: 'rename', name: 'a', to: 'B' }],
  ])('%s', (sql, expected) => {
    expect(parseDatabaseStatement(scan(sql))).toEqual(expected);
  });

  test.each([
    'create table database (a int)',
    'drop database',
    'drop database a, b',
    'alter database a owner to b',
    'alter database a set x = 1',
    "create database 'a'",
  ])('PostgreSQL is to answer: %s', (sql) => {
    expect(parseDatabaseStatement(scan(sql))).toBeNull();
  });
});

test.each([
  ["set work_mem = '1MB'", ['work_mem']],
  ['set session search_path to a, b', ['search_path']],
  ['SET My.Setting = 1', ['my.setting']],
  ['set local x = 1', []],
  ['set transaction read only', []],
  ['set constraints all deferred', []],
  ['set session authorization me', ['session_authorization', 'role']],
  ['set role me', ['role']],
  ["set time zone 'UTC'", ['timezone']],
  ["set names 'utf8'", ['client_encoding']],
  ["set schema 'a'", ['search_path']],
  [
    'set session characteristics as transaction read only',
    ['default_transaction_isolation', 'default_transaction_read_only', 'default_transaction_deferrable'],
  ],
  ["select set_config('a.b', '1', false), pg_catalog.set_config('c', $1, true)", ['a.b', 'c']],
  ['select set_config($1, $2, false)', []],
  ['update t set a = 1', []],
])('settings that %j may leave changed', (sql, expected) => {
  expect(changedSettings(scan(sql))).toEqual(expected);
});

test.each([
  ['reset all', ['*']],
  ['reset TimeZone', ['timezone']],
  ['reset time zone', ['timezone']],
  ['set work_mem to default', ['work_mem']],
  ['set session work_mem = default', ['work_mem']],
  ['set work_mem = 1', []],
])('settings that %j puts back', (sql, expected) => {
  expect(resetSettings(scan(sql))).toEqual(expected);
});

test.each([
  ['listen "A b"', { kind: 'listen', channel: 'A b' }],
  ['unlisten *', { kind: 'unlisten', channel: null }],
  ['unlisten Ch', { kind: 'unlisten', channel: 'ch' }],
  ['prepare p (int) as select $1', { kind: 'prepared', name: { text: 'p' } }],
  ["prepare transaction 'x'", null],
  ['execute p(1)', { kind: 'prepared', name: { text: 'p' } }],
  ['explain (analyze, costs off) execute p(1)', { kind: 'prepared', name: { text: 'p' } }],
  ['create temp table t as execute p', { kind: 'prepared', name: { text: 'p' } }],
  ['create trigger t after insert on a for each row execute function f()', null],
  ['create trigger t after insert on a for each row when (new.a > 0) execute function f()', null],
  ['deallocate prepare "P"', { kind: 'prepared', name: { text: '"P"' } }],
  ['deallocate prepare', { kind: 'prepared', name: { text: 'prepare' } }],
  ['deallocate all', { kind: 'deallocate all' }],
  ['deallocate prepare all', { kind: 'deallocate all' }],
  ['discard all', { kind: 'discard all' }],
  ['discard temp', null],
  ['reset session authorization', { kind: 'reset authorization' }],
  ['set session authorization default', { kind: 'reset authorization' }],
  ['set session authorization me', null],
])('what a connection has of its own: %s', (sql, expected) => {
  const statement = parseSessionStatement(scan(sql));
  if (expected === null) expect(statement).toBeNull();
  else expect(statement).toMatchObject(expected);
});

test.each([
  ['copy t from stdin', true],
  ['COPY t (a, b) FROM STDIN WITH (format csv)', true],
  ['copy t from stdout', true],
  ["copy t from '/a/file'", false],
  ['copy (select 1) to stdout', false],
  ['select 1 from stdin', false],
])('%s', (sql, expected) => {
  expect(copiesFromClient(scan(sql))).toBe(expected);
});

test.each([
  ['lock table only a.b *, "C" in share mode nowait', ['a.b', '"C"']],
  ['lock t', ['t']],
  ['select 1', []],
])('tables that %j locks', (sql, expected) => {
  expect(lockedTables(scan(sql))).toEqual(expected);
});
