import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a random value',
      sql: 'alter table shelf.books add column token uuid default gen_random_uuid();',
      finds: [
        {
          at: 'add column token uuid default gen_random_uuid()',
          message: 'ADD COLUMN token computes its default for every row: all of shelf.books is written anew',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column token uuid;
alter table shelf.books alter column token set default gen_random_uuid();`,
            `update shelf.books
set token = gen_random_uuid()
where id = any (array(
  select id from shelf.books
  where token is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'that must be there',
      sql: 'alter table shelf.books add column token uuid not null default gen_random_uuid(), add column note text;',
      finds: [
        {
          at: 'add column token uuid not null default gen_random_uuid()',
          message: 'ADD COLUMN token computes its default for every row: all of shelf.books is written anew',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column token uuid, add column note text;
alter table shelf.books alter column token set default gen_random_uuid();
alter table shelf.books
  add constraint books_token_not_null check (token is not null) not valid;`,
            `update shelf.books
set token = gen_random_uuid()
where id = any (array(
  select id from shelf.books
  where token is null
  limit 1000
  for no key update skip locked
));`,
            `alter table shelf.books validate constraint books_token_not_null;
alter table shelf.books alter column token set not null;
alter table shelf.books drop constraint books_token_not_null;`,
          ],
        },
      ],
    },
    {
      name: 'a function that nobody knows',
      sql: 'alter table shelf.books add column code text default shelf.new_code();',
      history: "create function shelf.new_code() returns text language sql as $$ select 'x' || random() $$;",
      finds: [
        {
          at: 'add column code text default shelf.new_code()',
          message: 'ADD COLUMN code computes its default for every row: all of shelf.books is written anew',
          severity: 'warning',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column code text;
alter table shelf.books alter column code set default shelf.new_code();`,
            `update shelf.books
set code = shelf.new_code()
where id = any (array(
  select id from shelf.books
  where code is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'clock_timestamp',
      sql: 'alter table shelf.books add column seen_at timestamptz default clock_timestamp();',
      finds: [
        {
          at: 'add column seen_at timestamptz default clock_timestamp()',
          message: 'ADD COLUMN seen_at computes its default for every row: all of shelf.books is written anew',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.books add column seen_at timestamptz;
alter table shelf.books alter column seen_at set default clock_timestamp();`,
            `update shelf.books
set seen_at = clock_timestamp()
where id = any (array(
  select id from shelf.books
  where seen_at is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'a constant', sql: "alter table shelf.books add column language varchar(10) default 'en';" },
    { name: 'the time of the transaction', sql: 'alter table shelf.books add column seen_at timestamptz default now();' },
    { name: 'for the rows to come', sql: 'alter table shelf.books alter column isbn set default gen_random_uuid()::text;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (id bigint);
alter table shelf.tags add column token uuid default gen_random_uuid();`,
    },
  ],
};
