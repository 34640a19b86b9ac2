import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'integer to bigint',
      sql: 'alter table shelf.books alter column page_count type bigint;',
      finds: [
        {
          at: 'alter column page_count type bigint',
          message: 'The new type of shelf.books.page_count rewrites the table',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column page_count_new bigint;

create function shelf.books_copy_page_count()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.page_count_new := new.page_count::bigint;
  return new;
end;
$$;

create trigger books_copy_page_count
  before insert or update on shelf.books
  for each row
  execute function shelf.books_copy_page_count();`,
            `update shelf.books
set page_count_new = page_count::bigint
where id = any (array(
  select id from shelf.books
  where page_count_new is distinct from page_count::bigint
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_copy_page_count on shelf.books;
drop function shelf.books_copy_page_count();
alter table shelf.books drop column page_count;
alter table shelf.books rename column page_count_new to page_count;`,
          ],
        },
      ],
    },
    {
      name: 'a shorter varchar, by an expression',
      sql: 'alter table shelf.books alter title type varchar(100) using left(title, 100);',
      finds: [
        {
          at: 'alter title type varchar(100) using left(title, 100)',
          message: 'The new type of shelf.books.title rewrites the table',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column title_new varchar(100);

create function shelf.books_copy_title()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.title_new := left(new.title, 100);
  return new;
end;
$$;

create trigger books_copy_title
  before insert or update on shelf.books
  for each row
  execute function shelf.books_copy_title();`,
            `update shelf.books
set title_new = left(title, 100)
where id = any (array(
  select id from shelf.books
  where title_new is distinct from left(title, 100)
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_copy_title on shelf.books;
drop function shelf.books_copy_title();
alter table shelf.books drop column title;
alter table shelf.books rename column title_new to title;`,
          ],
        },
      ],
    },
    {
      name: 'a length for a text',
      sql: 'alter table shelf.books alter column description type varchar(1000);',
      finds: [
        {
          at: 'alter column description type varchar(1000)',
          message: 'The new type of shelf.books.description rewrites the table',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column description_new varchar(1000);

create function shelf.books_copy_description()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.description_new := new.description::varchar(1000);
  return new;
end;
$$;

create trigger books_copy_description
  before insert or update on shelf.books
  for each row
  execute function shelf.books_copy_description();`,
            `update shelf.books
set description_new = description::varchar(1000)
where id = any (array(
  select id from shelf.books
  where description_new is distinct from description::varchar(1000)
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_copy_description on shelf.books;
drop function shelf.books_copy_description();
alter table shelf.books drop column description;
alter table shelf.books rename column description_new to description;`,
          ],
        },
      ],
    },
    {
      name: 'another scale',
      sql: 'alter table shelf.books alter column price type numeric(10, 3);',
      finds: [
        {
          at: 'alter column price type numeric(10, 3)',
          message: 'The new type of shelf.books.price rewrites the table',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column price_new numeric(10, 3);

create function shelf.books_copy_price()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.price_new := new.price::numeric(10, 3);
  return new;
end;
$$;

create trigger books_copy_price
  before insert or update on shelf.books
  for each row
  execute function shelf.books_copy_price();`,
            `update shelf.books
set price_new = price::numeric(10, 3)
where id = any (array(
  select id from shelf.books
  where price_new is distinct from price::numeric(10, 3)
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_copy_price on shelf.books;
drop function shelf.books_copy_price();
alter table shelf.books drop column price;
alter table shelf.books rename column price_new to price;`,
          ],
        },
      ],
    },
    {
      name: 'a column that no revision shows',
      sql: 'alter table shelf.elsewhere alter a type text;',
      finds: [
        {
          at: 'alter a type text',
          message: 'The new type of shelf.elsewhere.a rewrites the table',
          locks: ['shelf.elsewhere ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.elsewhere add column a_new text;

create function shelf.elsewhere_copy_a()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.a_new := new.a::text;
  return new;
end;
$$;

create trigger elsewhere_copy_a
  before insert or update on shelf.elsewhere
  for each row
  execute function shelf.elsewhere_copy_a();`,
            `update shelf.elsewhere
set a_new = a::text
where ctid = any (array(
  select ctid from shelf.elsewhere
  where a_new is distinct from a::text
  limit 1000
  for no key update skip locked
));`,
            `drop trigger elsewhere_copy_a on shelf.elsewhere;
drop function shelf.elsewhere_copy_a();
alter table shelf.elsewhere drop column a;
alter table shelf.elsewhere rename column a_new to a;`,
          ],
        },
      ],
      notExecuted: 'there is no such table',
    },
    {
      name: 'in a way back',
      sql: 'alter table shelf.books alter column title type varchar(255) using left(title, 255);',
      revert: true,
      finds: [
        {
          at: 'alter column title type varchar(255) using left(title, 255)',
          message: 'The new type of shelf.books.title rewrites the table',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column title_new varchar(255);

create function shelf.books_copy_title()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.title_new := left(new.title, 255);
  return new;
end;
$$;

create trigger books_copy_title
  before insert or update on shelf.books
  for each row
  execute function shelf.books_copy_title();`,
            `update shelf.books
set title_new = left(title, 255)
where id = any (array(
  select id from shelf.books
  where title_new is distinct from left(title, 255)
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_copy_title on shelf.books;
drop function shelf.books_copy_title();
alter table shelf.books drop column title;
alter table shelf.books rename column title_new to title;`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'a longer varchar', sql: 'alter table shelf.books alter column isbn type varchar(20);' },
    { name: 'a varchar without a length', sql: 'alter table shelf.books alter column isbn type varchar;' },
    { name: 'varchar to text', sql: 'alter table shelf.books alter column isbn type text;' },
    { name: 'varchar to text, cast', sql: 'alter table shelf.books alter column isbn type text using isbn::text;' },
    { name: 'text to varchar', sql: 'alter table shelf.books alter column description type varchar;' },
    { name: 'more digits', sql: 'alter table shelf.books alter column price type numeric(12, 2);' },
    { name: 'any number of digits', sql: 'alter table shelf.books alter column price type numeric;' },
    { name: 'more digits of a second', sql: 'alter table shelf.books alter column added_at type timestamptz(6);' },
    { name: 'the same type', sql: 'alter table shelf.books alter column page_count type int4;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (n int);
alter table shelf.tags alter column n type bigint;`,
    },
    {
      name: 'of a column that an earlier revision has renamed and widened',
      sql: 'alter table shelf.books alter column code type varchar(40);',
      history: 'alter table shelf.books rename column isbn to code; alter table shelf.books alter column code type varchar(30);',
    },
  ],
};
