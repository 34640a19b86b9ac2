import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { extractCatalog } from '../extract-catalog.ts';
import { dictionarySchemas, renderDictionary } from './render-dictionary.ts';

const SCHEMA = `
  create schema library;
  comment on schema library is 'Books | readers';
  create type library.state as enum ('new', 'old');
  create domain library.isbn as text check (value ~ '^[0-9]{13}$');
  create table library.author (id int generated always as identity primary key, name text not null);
  create table library.book (
    id serial primary key,
    isbn library.isbn,
    title varchar(200) not null,
    title_length int generated always as (length(title)) stored,
    author_id int references library.author on delete set null,
    sequel_of int unique references library.book,
    state library.state not null default 'new',
    added timestamptz not null default now(),
    constraint no_blank_title check (title <> '')
  );
  comment on table library.book is 'What can be *read*';
  comment on column library.book.state is 'new until it is lent';
  comment on constraint no_blank_title on library.book is 'A title says something';
  create index book_by_title on library.book (lower(title)) where state = 'new';
  create view library.new_books as select id, title from library.book where state = 'new';
  create function library.touch() returns trigger language plpgsql as 'begin return new; end';
  comment on function library.touch() is 'Does nothing yet';
  create trigger touched before update on library.book for each row execute function library.touch();
  alter table library.book enable row level security;
  create policy readers on library.book for select using (state = 'old');
  create schema empty;
  create sequence library.tickets;
`;

/** The same on every server that the suite runs on. */
test('the page of a schema', () =>
  withDatabase(async ({ client }) => {
    await client.query(SCHEMA);
    const catalog = await extractCatalog(client, { owners: false, grants: false });
    expect(dictionarySchemas(catalog)).toEqual(['library']);
    const expected = new URL('../testing/dictionary.expected.md', import.meta.url);
    await expect(renderDictionary(catalog, 'library')).toMatchFileSnapshot(expected.pathname);
  }));
