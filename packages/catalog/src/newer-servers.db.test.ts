import { withDatabase } from '@godwit/postgres/testing';
import { expect, type TestContext, test } from 'vitest';
import { compareCatalogs, describeDifference, extractCatalog } from './index.ts';

/** What a statement that only newer servers take changes, in words. */
async function changes({ skip }: TestContext, version: number, before: string, sql: string): Promise<readonly string[]> {
  return await withDatabase(async ({ client }) => {
    const { rows } = await client.query<{ number: number }>("select current_setting('server_version_num')::integer as number");
    if ((rows[0]?.number ?? 0) < version * 10_000) return skip(`needs PostgreSQL ${version}`);
    await client.query(before);
    const original = await extractCatalog(client);
    await client.query(`begin; ${sql}`);
    const found = compareCatalogs(original, await extractCatalog(client)).flatMap(describeDifference);
    await client.query('rollback');
    return found;
  });
}

test('MAINTAIN is told of a role that has nothing of what only ALL gives', async (context) => {
  const sql = 'create role godwit_catalog_maintainer; grant select, maintain on t to godwit_catalog_maintainer; grant all on t to public';
  expect(await changes(context, 17, 'create table t (a int)', sql)).toEqual([
    'grant on table public.t to PUBLIC is new: ALL',
    'grant on table public.t to godwit_catalog_maintainer is new: MAINTAIN, SELECT',
  ]);
});

test('NOT NULL constraints have no difference of their own, but NOT VALID is told', async (context) => {
  const sql = 'alter table t add constraint a_there not null a; alter table t add constraint b_there not null b not valid';
  expect(await changes(context, 18, 'create table t (a int, b int)', sql)).toEqual([
    'column public.t.a: null → not null',
    'column public.t.b: null → not null, not valid',
  ]);
});

test('the name of a NOT NULL constraint is not told', async (context) => {
  expect(await changes(context, 18, 'create table t (a int not null)', 'alter table t rename constraint t_a_not_null to there')).toEqual(
    [],
  );
});

test('constraints that are not enforced', async (context) => {
  const before = 'create table t (a int primary key, b int constraint b_check check (b > 0), c int constraint c_key references t)';
  const sql = `alter table t drop constraint b_check; alter table t add constraint b_check check (b > 0) not enforced;
    alter table t alter constraint c_key not enforced`;
  expect(await changes(context, 18, before, sql)).toEqual([
    'constraint public.t.b_check is not enforced',
    'constraint public.t.c_key is not enforced',
  ]);
});

test('virtual columns', async (context) => {
  const sql = 'alter table t drop b; alter table t add b int generated always as (a + 1) virtual';
  expect(await changes(context, 18, 'create table t (a int, b int generated always as (a + 1) stored)', sql)).toEqual([
    'column public.t.b: generated kind stored → virtual',
  ]);
});
