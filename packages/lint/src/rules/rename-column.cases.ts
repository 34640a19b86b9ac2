import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a column',
      sql: 'alter table shelf.books rename column title to headline;',
      finds: [
        {
          at: 'alter table shelf.books rename column title to headline',
          message: 'RENAME COLUMN breaks the application that still asks for shelf.books.title',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.books add column headline varchar(500);

create function shelf.books_keep_headline_in_step()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new.headline := coalesce(new.headline, new.title);
    new.title := coalesce(new.title, new.headline);
  elsif new.headline is distinct from old.headline then
    new.title := new.headline;
  elsif new.title is distinct from old.title then
    new.headline := new.title;
  end if;
  return new;
end;
$$;

create trigger books_keep_headline_in_step
  before insert or update on shelf.books
  for each row
  execute function shelf.books_keep_headline_in_step();`,
            `update shelf.books
set headline = title
where id = any (array(
  select id from shelf.books
  where headline is distinct from title
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_keep_headline_in_step on shelf.books;
drop function shelf.books_keep_headline_in_step();
alter table shelf.books drop column title;`,
          ],
        },
      ],
    },
    {
      name: 'to a word that needs quotes',
      sql: 'alter table shelf.books rename description to "user";',
      finds: [
        {
          at: 'alter table shelf.books rename description to "user"',
          message: 'RENAME COLUMN breaks the application that still asks for shelf.books.description',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.books add column "user" text;

create function shelf.books_keep_user_in_step()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new."user" := coalesce(new."user", new.description);
    new.description := coalesce(new.description, new."user");
  elsif new."user" is distinct from old."user" then
    new.description := new."user";
  elsif new.description is distinct from old.description then
    new."user" := new.description;
  end if;
  return new;
end;
$$;

create trigger books_keep_user_in_step
  before insert or update on shelf.books
  for each row
  execute function shelf.books_keep_user_in_step();`,
            `update shelf.books
set "user" = description
where id = any (array(
  select id from shelf.books
  where "user" is distinct from description
  limit 1000
  for no key update skip locked
));`,
            `drop trigger books_keep_user_in_step on shelf.books;
drop function shelf.books_keep_user_in_step();
alter table shelf.books drop column description;`,
          ],
        },
      ],
    },
    {
      name: 'a column that no revision shows',
      sql: 'alter table shelf.elsewhere rename a to b;',
      finds: [
        {
          at: 'alter table shelf.elsewhere rename a to b',
          message: 'RENAME COLUMN breaks the application that still asks for shelf.elsewhere.a',
          locks: ['shelf.elsewhere ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.elsewhere add column b text;

create function shelf.elsewhere_keep_b_in_step()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new.b := coalesce(new.b, new.a);
    new.a := coalesce(new.a, new.b);
  elsif new.b is distinct from old.b then
    new.a := new.b;
  elsif new.a is distinct from old.a then
    new.b := new.a;
  end if;
  return new;
end;
$$;

create trigger elsewhere_keep_b_in_step
  before insert or update on shelf.elsewhere
  for each row
  execute function shelf.elsewhere_keep_b_in_step();`,
            `update shelf.elsewhere
set b = a
where ctid = any (array(
  select ctid from shelf.elsewhere
  where b is distinct from a
  limit 1000
  for no key update skip locked
));`,
            `drop trigger elsewhere_keep_b_in_step on shelf.elsewhere;
drop function shelf.elsewhere_keep_b_in_step();
alter table shelf.elsewhere drop column a;`,
          ],
        },
      ],
      notExecuted: 'there is no such table',
    },
  ],
  silent: [
    {
      name: 'in the place of one that the same revision drops',
      sql: `alter table shelf.books drop column page_count;
alter table shelf.books rename column pages to page_count;`,
      history: 'alter table shelf.books add column pages bigint;',
    },
    {
      name: 'of a table of the same revision',
      sql: `create table shelf.tags (a text);
alter table shelf.tags rename a to b;`,
    },
    { name: 'a constraint', sql: 'alter table shelf.books rename constraint books_pkey to pk_books;' },
    { name: 'in a way back', sql: 'alter table shelf.books rename column title to headline;', revert: true },
  ],
};
