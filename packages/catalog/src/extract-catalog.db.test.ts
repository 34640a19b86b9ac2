import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { CatalogUnreadable, digestCatalog, extractCatalog, parseCatalog } from './index.ts';
import { withHardDatabase } from './testing/hard-database.ts';

const ids = (catalog: { readonly objects: object }) => Object.keys(catalog.objects);

test('leaves out the tools, the system, ignored schemas and what extensions made, but names the extensions', () =>
  withDatabase(async ({ client }) => {
    await client.query(`
      create extension pg_trgm schema public;
      create schema graphile_migrate; create table graphile_migrate.migrations (hash text);
      create schema godwit; create table godwit.revision (hash text);
      create schema pgboss; create table pgboss.job (id int);
      create schema private; create table private.t (a int);
      create temporary table temporary (a int);
      create table kept (a text); create index kept_a on kept using gin (a gin_trgm_ops);
    `);
    const catalog = await extractCatalog(client, { ignoreSchemas: ['private'] });
    expect(ids(catalog)).toEqual(['column public.kept.a', 'index public.kept_a', 'schema public', 'table public.kept']);
    expect(catalog.objects['index public.kept_a']).toMatchObject({ properties: { keys: ['a public.gin_trgm_ops'] } });
    expect(catalog.extensions).toMatchObject({ pg_trgm: { schema: 'public' }, plpgsql: { schema: 'pg_catalog' } });
  }));

test('is the same whatever the session has set, and leaves the session as it was', () =>
  withHardDatabase(async ({ client }) => {
    const plain = digestCatalog(await extractCatalog(client));
    await client.query(`
      set search_path = shelf, public; set quote_all_identifiers = on; set datestyle = 'German'; set intervalstyle = 'iso_8601';
      set timezone = 'Asia/Tokyo'; set bytea_output = 'escape'; set extra_float_digits = -5;
    `);
    expect(digestCatalog(await extractCatalog(client))).toEqual(plain);
    const settings = "select current_setting('search_path') as path, current_setting('timezone') as zone, current_setting('jit') as jit";
    const before = (await client.query(settings)).rows;
    expect(before).toMatchObject([{ path: 'shelf, public', zone: 'Asia/Tokyo' }]);

    await client.query("begin; set local timezone = 'UTC'; set local search_path = shelf");
    expect(digestCatalog(await extractCatalog(client))).toEqual(plain);
    expect((await client.query(settings)).rows).toMatchObject([{ path: '"shelf"', zone: 'UTC' }]);
    await client.query('commit');
    expect((await client.query(settings)).rows).toEqual(before);
  }));

test('reads inside an open transaction what only this can see, and leaves it open', () =>
  withDatabase(async ({ client }) => {
    await client.query('begin; create table t (a int)');
    expect(ids(await extractCatalog(client))).toContain('table public.t');
    await client.query('rollback');
    expect(ids(await extractCatalog(client))).not.toContain('table public.t');
  }));

test('leaves no transaction open of its own, so that others can see what comes next', () =>
  withDatabase(async ({ client, connect }) => {
    await extractCatalog(client);
    await client.query('create table t (a int)');
    const other = await connect();
    expect(ids(await extractCatalog(other))).toContain('table public.t');
  }));

onRealServer(test)('reads again when an object goes away meanwhile', () =>
  withDatabase(async ({ client, connect }) => {
    await client.query('create view going as select 1 as a; create table staying (a int)');
    const other = await connect();
    let reads = 0;
    const catalog = await extractCatalog({
      query: async (text, values) => {
        if (text.startsWith('-- Tables')) reads++;
        if (text.startsWith('-- Views')) await other.query('drop view going');
        return await client.query(text, values);
      },
    });
    expect(reads).toBe(2);
    expect(ids(catalog)).toEqual(['column public.staying.a', 'schema public', 'table public.staying']);
  }),
);

test('a failed transaction is told as what it is', () =>
  withDatabase(async ({ client }) => {
    await client.query('begin');
    await expect(client.query('select 1 / 0')).rejects.toThrow();
    await expect(extractCatalog(client)).rejects.toThrow(CatalogUnreadable);
    await expect(extractCatalog(client)).rejects.toMatchObject({ code: 'GW171' });
  }));

test('a role without any privilege sees the same', () =>
  withHardDatabase(async ({ client }) => {
    const mine = await extractCatalog(client);
    await client.query('begin; create role godwit_catalog_nobody; set local role godwit_catalog_nobody');
    expect(digestCatalog(await extractCatalog(client))).toEqual(digestCatalog(mine));
    await client.query('rollback');
  }));

test('owners and grants can be left out', () =>
  withHardDatabase(async ({ client }) => {
    const full = await extractCatalog(client);
    const bare = await extractCatalog(client, { owners: false, grants: false });
    expect(Object.values(full.objects).some(({ owner, grants }) => owner !== null && grants !== null)).toBe(true);
    expect(Object.values(bare.objects).every(({ owner, grants }) => owner === null && grants === null)).toBe(true);
    expect(ids(full).filter((id) => !ids(bare).includes(id))).toEqual(ids(full).filter((id) => id.startsWith('default privileges ')));
  }));

test('comes back equal from JSON', () =>
  withHardDatabase(async ({ client }) => {
    const catalog = await extractCatalog(client);
    expect(parseCatalog(JSON.parse(JSON.stringify(catalog)))).toEqual(catalog);
  }));

test('does not depend on the order in which things were made', () =>
  withDatabase(({ client: one }) =>
    withDatabase(async ({ client: other }) => {
      const statements = [
        'create index a_x on a (x)',
        'create index a_y on a (y)',
        'alter table a add constraint a_x_check check (x > 0)',
        'alter table a add constraint a_y_key unique (y)',
        'grant select on a to public',
        'grant insert on a to public',
        "comment on table a is 'A'",
        "comment on column a.y is 'Y'",
        'create table b (id int)',
        'create policy p on a for select to public using (true)',
        'alter table a set (fillfactor = 90)',
        'alter table a set (autovacuum_enabled = false)',
        'create statistics s (ndistinct, dependencies) on y, x from a',
        'create sequence q',
        "create function f() returns int language sql as 'select 1'",
      ];
      await one.query(`create table a (x int, y int); ${statements.join(';')}`);
      await other.query(`create table a (x int, y int); ${statements.toReversed().join(';')}`);
      expect(digestCatalog(await extractCatalog(one))).toEqual(digestCatalog(await extractCatalog(other)));
    }),
  ));
