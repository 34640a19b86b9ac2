import { onRealServer } from '@godwit/postgres/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalog, extractCatalog, type ReadAgain, readsAgain } from './index.ts';
import { PreparedReader } from './prepared-reader.ts';
import { type OpenHardDatabase, openHardDatabase } from './testing/hard-database.ts';
import { mutations } from './testing/mutations/index.ts';
import { roundTrips } from './testing/round-trips.ts';

let open: OpenHardDatabase;
let known: Catalog;
let readAgain: ReadAgain;
let reader: PreparedReader;

beforeAll(async () => {
  open = await openHardDatabase();
  reader = new PreparedReader(open.database.client);
  known = await extractCatalog(reader);
  readAgain = await readsAgain(reader, { known });
});

afterAll(() => open.close());

/** What was read again after this, which is then taken back; and that it is what there is. */
async function after(sql: string, read = readAgain): Promise<Catalog> {
  const { client } = open.database;
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('set constraints all immediate');
    const catalog = await read();
    const whole = await extractCatalog(reader);
    expect(catalog).toEqual(whole);
    expect(Object.keys(catalog.objects)).toEqual(Object.keys(whole.objects));
    return catalog;
  } finally {
    await client.query('rollback');
  }
}

// So many that the embedded server, which reads in the same way, has only those below.
onRealServer(test).each(mutations)('gives what there is after: $name', async ({ sql }) => {
  await after(sql);
});

onRealServer(test).each(roundTrips)('gives what there is there and back again: $name', async ({ up, down }) => {
  await after(up);
  await after(`${up};\n${down}`);
});

test.each([
  ['a table that foreign keys, views and publications name', 'alter table shelf.books rename to volumes'],
  ['a schema', 'alter schema shelf rename to rack'],
  [
    'a sequence of an identity column',
    'alter table shelf.again alter id add generated always as identity; alter sequence shelf.again_id_seq rename to ids',
  ],
  ['a column that others name', 'alter table shelf.again rename id to key'],
  ['a function in a default', 'alter function again_default() rename to again_other'],
  ['a label of an enum in a default', "alter type again_kind rename value 'one' to 'first'"],
  ['a constraint of a domain', 'alter domain again_text add check (value <> $$$$)'],
])('what names it is told with its new name: %s', async (_, sql) => {
  const made = `create function again_default() returns text language sql as $$ select 'x' $$;
    create domain again_text as text;
    create type again_kind as enum ('one', 'two');
    create table shelf.again (id int not null primary key, kind again_kind default 'one', title text default again_default());
    create view shelf.again_titles as select id, title from shelf.again where kind = 'one';
    create table shelf.again_part (again int references shelf.again)`;
  const { client } = open.database;
  await client.query(made);
  try {
    await after(sql, await readsAgain(client, { known: await extractCatalog(client) }));
  } finally {
    await client.query(`drop table shelf.again cascade; drop table shelf.again_part; drop type again_kind; drop domain again_text;
      drop function again_default()`);
  }
});

test('what nobody wrote to is not read', async () => {
  const catalog = await after('alter table shelf.books add extra text; create table shelf.more (id int primary key)');
  const { 'table shelf.books': books, 'table shelf.codes': codes } = catalog.objects;
  expect(books).not.toBe(known.objects['table shelf.books']);
  expect(codes).toBe(known.objects['table shelf.codes']);
});

test('owners and grants are left out of what is read as of what was known', async () => {
  const { client } = open.database;
  const scope = { owners: false, grants: false };
  const read = await readsAgain(client, { known, ...scope });
  await client.query('begin');
  try {
    await client.query('alter table shelf.books add extra text; alter default privileges grant select on tables to public');
    expect(await read()).toEqual(await extractCatalog(client, scope));
  } finally {
    await client.query('rollback');
  }
});
