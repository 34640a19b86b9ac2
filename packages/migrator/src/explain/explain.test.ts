import { expect, test } from 'vitest';
import { aStep } from '../statements/testing/a-step.ts';
import { explain } from './explain.ts';

const explainBodies = (
  bodies: readonly string[],
  options: { readonly transactional?: boolean; readonly placeholders?: Record<string, string> } = {},
) =>
  explain(
    { steps: bodies.map((body, index) => aStep({ number: index + 1, body, transactional: options.transactional ?? true })) },
    { placeholders: options.placeholders ?? {} },
  );

test('a step tells its statements as they are written: values may be secret', async () => {
  const [step] = await explainBodies(['-- why\ncreate table :SCHEMA.books (\n  id int\n);\n\nselect 1;\n'], {
    placeholders: { ':SCHEMA': 'shelf' },
  });
  expect(step?.statements.map(({ text }) => text)).toEqual(['create table :SCHEMA.books (\n  id int\n)', 'select 1']);
  expect(step?.step.name).toBe('000001-step');
  expect(step?.problem).toBeNull();
});

test('locks on what an earlier step of the same plan made are no locks', async () => {
  const [first, second] = await explainBodies([
    'create table a (id int)',
    'alter table a add column b int; alter table b add column c int',
  ]);
  expect(first?.locks).toEqual([]);
  expect(second?.locks.map(({ object }) => object.name)).toEqual(['b']);
});

test('a short lock that is held through later work says so', async () => {
  const [step] = await explainBodies([
    'alter table a add column b int; update c set d = 1; alter table c add check (d > 0); comment on table e is null',
  ]);
  expect(step?.locks.map(({ object, mode, work, held, heldBy }) => [object.name, mode, work, held, heldBy])).toEqual([
    ['a', 'ACCESS EXCLUSIVE', 'catalog', 'scan', 2],
    ['c', 'ACCESS EXCLUSIVE', 'scan', 'scan', 2],
    ['e', 'SHARE UPDATE EXCLUSIVE', 'catalog', 'catalog', 3],
  ]);
});

test('without a transaction a lock lasts as long as its statement', async () => {
  const [step] = await explainBodies(['create index concurrently i on a (b)'], { transactional: false });
  expect(step?.locks).toMatchObject([{ object: { name: 'a' }, mode: 'SHARE UPDATE EXCLUSIVE', held: 'index build', heldBy: 0 }]);
});

test('code that runs in the server is marked: its locks cannot be seen', async () => {
  const [step] = await explainBodies(['do $$ begin perform 1; end $$; select 1']);
  expect(step?.statements.map(({ opaque }) => opaque)).toEqual([true, false]);
});

test('code and rows are marked: whoever shows them may shorten them', async () => {
  const [step] = await explainBodies([
    'do $$ begin end $$; create function f() returns int language sql return 1; insert into t values (1); insert into t select 1; update t set a = 1',
  ]);
  expect(step?.statements.map(({ holds }) => holds)).toEqual(['code', 'code', 'data', null, null]);
});

test('a step that cannot be run says why and where, and the others are told all the same', async () => {
  const [first, second] = await explainBodies(['select 1;\ncommit;', 'create index on t (a)']);
  expect(first?.problem).toMatchObject({
    finding: { kind: 'transaction control' },
    frame: { file: 'migrations/committed/000001-step.sql', line: 6, column: 1 },
  });
  expect(second?.locks).toMatchObject([{ object: { name: 't' }, mode: 'SHARE' }]);
});

test('the search path decides which names are the same', async () => {
  const steps = [aStep({ number: 1, body: 'create table a (id int); lock table shelf.a; lock table public.a' })];
  const [step] = await explain({ steps }, { placeholders: {}, searchPath: '"shelf", public' });
  expect(step?.locks.map(({ object }) => object.schema)).toEqual(['public']);
});

test("a search path that one step sets is not the next one's", async () => {
  const [, second] = await explainBodies(['create table a (id int); set search_path to app', 'lock table a; lock table b']);
  expect(second?.locks.map(({ object }) => object.name)).toEqual(['b']);
});
