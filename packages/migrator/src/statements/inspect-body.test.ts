import { renderCodeFrame } from '@godwit/diagnostics';
import { expect, test } from 'vitest';
import { inspectBody } from './inspect-body.ts';
import { stepFrame } from './step-frame.ts';
import { aStep } from './testing/a-step.ts';

test.each([
  ['select 1; create table t (a int)', true],
  ['create index concurrently i on t (a)', false],
  ['do $$ begin commit; end $$', false],
  ['-- nothing', false],
  ['drop index i; reindex table t; cluster t; analyze t; alter table p detach partition c; discard temp', true],
])('%s can be run', async (sql, transactional) => {
  expect((await inspectBody(sql, transactional)).finding).toBeNull();
});

test.each([
  ['select 1; comit', true, 'syntax', 10],
  ['select 1;\n\\i x.sql', true, 'psql command', 10],
  ['select :NAME', true, 'placeholder', 7],
  ['select 1; commit', true, 'transaction control', 10],
  ['commit', false, 'transaction control', 0],
  ['do $$ begin commit; end $$', true, 'transaction control', 0],
  ['create index concurrently i on t (a);\nselect 2', false, 'several statements', 38],
  ['select 1; create index concurrently i on t (a)', true, 'needs no transaction', 10],
  ['drop index concurrently i', true, 'needs no transaction', 0],
  ['reindex (concurrently) table t', true, 'needs no transaction', 0],
  ['reindex schema s', true, 'needs no transaction', 0],
  ['vacuum t', true, 'needs no transaction', 0],
  ['cluster', true, 'needs no transaction', 0],
  ['alter table p detach partition c concurrently', true, 'needs no transaction', 0],
  ['create database d', true, 'needs no transaction', 0],
  ['drop database d', true, 'needs no transaction', 0],
  ["create tablespace s location '/x'", true, 'needs no transaction', 0],
  ['drop tablespace s', true, 'needs no transaction', 0],
  ["alter system set work_mem = '1MB'", true, 'needs no transaction', 0],
  ['discard all', true, 'needs no transaction', 0],
])('%s cannot', async (sql, transactional, kind, offset) => {
  expect((await inspectBody(sql, transactional)).finding).toMatchObject({ kind, offset });
});

test('the first finding by place is told', async () => {
  expect((await inspectBody('vacuum t; select :NAME; commit', true)).finding).toMatchObject({ kind: 'needs no transaction' });
});

test('a frame shows the file, its own line numbers, and no value of a placeholder', () => {
  const body = 'create role :OWNER;\nalter role :OWNER password :SECRET nonsense;\nselect 1;\n';
  const placeholders = { ':OWNER': 'somebody_with_a_long_name', ':SECRET': "'hunter2'" };
  const sql = body.replaceAll(':OWNER', placeholders[':OWNER']).replaceAll(':SECRET', placeholders[':SECRET']);
  const step = aStep({ number: 1, body });
  const frame = stepFrame(step, placeholders, sql.indexOf('select'));
  expect(frame).toMatchObject({ file: 'migrations/committed/000001-step.sql', line: 7, column: 1 });
  expect(renderCodeFrame(frame)).toContain('> 7 | select 1;');
  expect(stepFrame(step, placeholders, sql.indexOf('nonsense'))).toMatchObject({ line: 6 });
  expect(JSON.stringify(frame)).not.toContain('hunter2');
  expect(stepFrame({ ...step, source: { kind: 'ledger' } }, placeholders, 0)).toMatchObject({
    file: expect.stringContaining('000001-step'),
    line: 1,
  });
});
