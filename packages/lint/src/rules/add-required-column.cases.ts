import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'without a default',
      sql: 'alter table shelf.books add column language varchar(10) not null;',
      finds: [
        {
          at: 'add column language varchar(10) not null',
          message: 'ADD COLUMN language NOT NULL fails when shelf.books has a row: there is no default',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            'alter table shelf.books add column language varchar(10);',
            `update shelf.books
set language = ''
where id = any (array(
  select id from shelf.books
  where language is null
  limit 1000
  for no key update skip locked
));`,
            `alter table shelf.books
  add constraint books_language_not_null check (language is not null) not valid;`,
            `alter table shelf.books validate constraint books_language_not_null;
alter table shelf.books alter column language set not null;
alter table shelf.books drop constraint books_language_not_null;`,
          ],
        },
      ],
    },
    {
      name: 'between others',
      sql: `alter table shelf.books
  add column if not exists pages_read integer not null,
  add column note text;`,
      finds: [
        {
          at: 'add column if not exists pages_read integer not null',
          message: 'ADD COLUMN pages_read NOT NULL fails when shelf.books has a row: there is no default',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.books
  add column if not exists pages_read integer,
  add column note text;`,
            `update shelf.books
set pages_read = 0
where id = any (array(
  select id from shelf.books
  where pages_read is null
  limit 1000
  for no key update skip locked
));`,
            `alter table shelf.books
  add constraint books_pages_read_not_null check (pages_read is not null) not valid;`,
            `alter table shelf.books validate constraint books_pages_read_not_null;
alter table shelf.books alter column pages_read set not null;
alter table shelf.books drop constraint books_pages_read_not_null;`,
          ],
        },
      ],
    },
    {
      name: 'of a type that has no value to show',
      sql: 'alter table shelf.books add column embedding public.vector(3) not null;',
      finds: [
        {
          at: 'add column embedding public.vector(3) not null',
          message: 'ADD COLUMN embedding NOT NULL fails when shelf.books has a row: there is no default',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            'alter table shelf.books add column embedding public.vector(3);',
            `update shelf.books
set embedding = null
where id = any (array(
  select id from shelf.books
  where embedding is null
  limit 1000
  for no key update skip locked
));`,
            `alter table shelf.books
  add constraint books_embedding_not_null check (embedding is not null) not valid;`,
            `alter table shelf.books validate constraint books_embedding_not_null;
alter table shelf.books alter column embedding set not null;
alter table shelf.books drop constraint books_embedding_not_null;`,
          ],
        },
      ],
      notExecuted: 'nobody knows a value',
    },
  ],
  silent: [
    { name: 'with a default', sql: "alter table shelf.books add column language varchar(10) not null default 'en';" },
    { name: 'that may be null', sql: 'alter table shelf.books add column language varchar(10);' },
    { name: 'generated', sql: 'alter table shelf.books add column n bigint not null generated always as identity;' },
    { name: 'serial', sql: 'alter table shelf.books add column n serial not null;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (id bigint);
alter table shelf.tags add column name text not null;`,
    },
  ],
};
