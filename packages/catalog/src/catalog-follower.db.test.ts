import { afterAll, beforeAll, expect, test } from 'vitest';
import { CatalogFollower } from './catalog-follower.ts';
import { PreparedReader } from './prepared-reader.ts';
import { type OpenHardDatabase, openHardDatabase } from './testing/hard-database.ts';
import { mutations } from './testing/mutations/index.ts';

let open: OpenHardDatabase;
let follower: CatalogFollower;
let original: string;

beforeAll(async () => {
  open = await openHardDatabase();
  follower = new CatalogFollower(new PreparedReader(open.database.client));
  original = await follower.look();
});

afterAll(() => open.close());

test('what is followed and what is looked at for the first time are one', async () => {
  expect(await new CatalogFollower(open.database.client).look()).toBe(original);
  expect(await follower.look()).toBe(original);
});

// A difference in extensions is none of the catalog's.
test.each(mutations)('sees, and sees it gone: $name', async ({ sql }) => {
  const { client } = open.database;
  await client.query('begin');
  try {
    await client.query(sql);
    expect(await follower.look()).not.toBe(original);
  } finally {
    await client.query('rollback');
  }
  expect(await follower.look()).toBe(original);
});

test.each([
  ['triggers of a foreign key, disabled on the other table', 'alter table followed_books disable trigger all'],
  ['a column that a view names', 'alter table followed_books rename title to name'],
  ['a comment on an index', "comment on index followed_books_title is 'Ours'"],
  ['a comment on a constraint', "comment on constraint followed_books_pkey on followed_books is 'Ours'"],
  ['the sequence of an identity column', 'alter table followed_books alter id set increment 2'],
  ['the name of the sequence of an identity column', 'alter sequence followed_books_id_seq rename to followed_ids'],
  ['the owner of a sequence', 'alter sequence followed_numbers owned by followed_books.title'],
  ['what an index counts', 'alter index followed_books_lower alter column 1 set statistics 7'],
  ['a name that a function has in a default', 'alter function followed_default() rename to followed_other'],
  ['a constraint of a domain', 'alter domain followed_text add check (value <> $$$$)'],
])('sees %s', async (_, sql) => {
  const { client } = open.database;
  await client.query('begin');
  try {
    await client.query(`create function followed_default() returns text language sql as $$ select 'x' $$;
      create domain followed_text as text;
      create sequence followed_numbers;
      create table followed_books (id int generated always as identity primary key, title text default followed_default());
      create index followed_books_title on followed_books (title);
      create index followed_books_lower on followed_books (lower(title));
      create table followed_loans (book int references followed_books);
      create view followed_titles as select title from followed_books`);
    const before = await follower.look();
    await client.query('savepoint mutation');
    await client.query(sql);
    expect(await follower.look()).not.toBe(before);
    await client.query('rollback to mutation');
    expect(await follower.look()).toBe(before);
  } finally {
    await client.query('rollback');
  }
});

test('made again, with other identifiers, it is what it was', async () => {
  const { client } = open.database;
  await client.query('create table followed (id int primary key, a text check (a <> $$$$)); create index on followed (a)');
  const made = await follower.look();
  await client.query('drop table followed');
  expect(await follower.look()).toBe(original);
  await client.query('create table followed (id int primary key, a text check (a <> $$$$)); create index on followed (a)');
  expect(await follower.look()).toBe(made);
  expect(await new CatalogFollower(client).look()).toBe(made);
  await client.query('drop table followed');
});
