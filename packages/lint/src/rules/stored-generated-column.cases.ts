import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'stored',
      sql: "alter table shelf.books add column label text generated always as (title || ' by ' || author) stored;",
      finds: [
        {
          at: "add column label text generated always as (title || ' by ' || author) stored",
          message: 'ADD COLUMN label computes a value for every row: all of shelf.books is written anew',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column label text;

create function shelf.books_fill_label()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.label := (new.title || ' by ' || new.author);
  return new;
end;
$$;

create trigger books_fill_label
  before insert or update on shelf.books
  for each row
  execute function shelf.books_fill_label();`,
            `update shelf.books
set label = (title || ' by ' || author)
where id = any (array(
  select id from shelf.books
  where label is distinct from (title || ' by ' || author)
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'with its table before the column',
      sql: 'alter table shelf.books add column long boolean generated always as (books.page_count > 500) stored;',
      finds: [
        {
          at: 'add column long boolean generated always as (books.page_count > 500) stored',
          message: 'ADD COLUMN long computes a value for every row: all of shelf.books is written anew',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column long boolean;

create function shelf.books_fill_long()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.long := (new.page_count > 500);
  return new;
end;
$$;

create trigger books_fill_long
  before insert or update on shelf.books
  for each row
  execute function shelf.books_fill_long();`,
            `update shelf.books
set long = (books.page_count > 500)
where id = any (array(
  select id from shelf.books
  where long is distinct from (books.page_count > 500)
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'virtual', sql: 'alter table shelf.books add column label text generated always as (title || author) virtual;' },
    { name: 'in CREATE TABLE', sql: 'create table shelf.tags (a text, b text generated always as (upper(a)) stored);' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (a text);
alter table shelf.tags add column b text generated always as (upper(a)) stored;`,
    },
  ],
};
