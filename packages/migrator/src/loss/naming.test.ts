import { expect, test } from 'vitest';
import { parseStatements } from '../statements/parse-statements.ts';
import { createNaming } from './naming.ts';

async function after(sql: string) {
  const naming = createNaming('public');
  for (const { node } of (await parseStatements(sql)).statements) naming.follow(node);
  return naming;
}

const named = (name: string, schema: string | null = null) => ({ schema, name });

test('a renamed table is the old one, under either spelling of its schema', async () => {
  const naming = await after('alter table a rename to b; alter table public.b rename to c');
  expect(naming.relation(named('c'))).toEqual(named('a'));
  expect(naming.relation(named('c', 'public'))).toEqual(named('a'));
  expect(naming.relation(named('d'))).toEqual(named('d'));
});

test('what the plan makes is nothing that is there now, also under another name', async () => {
  const naming = await after(
    'create table n (id int); create table m as select 1; alter table n rename to a; create table if not exists e (id int)',
  );
  expect([naming.relation(named('a')), naming.relation(named('m')), naming.relation(named('e'))]).toEqual([null, null, named('e')]);
});

test('columns follow renames of their own and of their table', async () => {
  const naming = await after(
    'alter table t rename column a to b; alter table t add column n int; alter table t rename to u; alter table u rename b to c; alter table t add column if not exists o int',
  );
  expect(naming.column(named('u'), 'c')).toBe('a');
  expect(naming.column(named('u'), 'n')).toBeNull();
  expect(naming.column(named('t'), 'o')).toBe('o');
});

test('tables move between schemas, and schemas are renamed', async () => {
  const naming = await after('alter table a.t set schema b; alter schema s rename to z');
  expect(naming.relation(named('t', 'b'))).toEqual(named('t', 'a'));
  expect(naming.relation(named('x', 'z'))).toEqual(named('x', 's'));
  expect(naming.schema('z')).toBe('s');
});

test('an enum that is made again under its old name is known by its labels', async () => {
  const naming = await after("alter type e rename to e_old; create type e as enum ('a', 'b'); create domain d as int");
  expect(naming.labelsOf(named('e'))).toEqual(['a', 'b']);
  expect(naming.type(named('e'))).toBeNull();
  expect(naming.type(named('e_old'))).toEqual(named('e'));
  expect([naming.type(named('d')), naming.labelsOf(named('d'))]).toEqual([null, null]);
});
