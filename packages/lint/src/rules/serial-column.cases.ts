import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'serial',
      sql: 'alter table shelf.imports add column number bigserial;',
      finds: [
        {
          at: 'add column number bigserial',
          message: 'ADD COLUMN number numbers every row: all of shelf.imports is written anew',
          locks: ['shelf.imports ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.imports add column number bigint;
create sequence shelf.imports_number_seq owned by shelf.imports.number;
alter table shelf.imports alter column number set default nextval('shelf.imports_number_seq');`,
            `update shelf.imports
set number = default
where ctid = any (array(
  select ctid from shelf.imports
  where number is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'identity',
      sql: 'alter table shelf.imports add column number bigint generated always as identity;',
      finds: [
        {
          at: 'add column number bigint generated always as identity',
          message: 'ADD COLUMN number numbers every row: all of shelf.imports is written anew',
          locks: ['shelf.imports ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `alter table shelf.imports add column number bigint;
create sequence shelf.imports_number_seq owned by shelf.imports.number;
alter table shelf.imports alter column number set default nextval('shelf.imports_number_seq');`,
            `update shelf.imports
set number = default
where ctid = any (array(
  select ctid from shelf.imports
  where number is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'in CREATE TABLE', sql: 'create table shelf.tags (id bigserial primary key);' },
    {
      name: 'a sequence for the rows to come',
      sql: "alter table shelf.imports alter column id set default nextval('shelf.books_id_seq');",
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (name text);
alter table shelf.tags add column id bigserial;`,
    },
  ],
};
