import type { Mutation } from './mutation.ts';

export const grants: readonly Mutation[] = [
  {
    name: 'the owner of a table',
    sql: 'create role godwit_catalog_app; alter table shelf.codes owner to godwit_catalog_app',
    expected: ['table shelf.codes: owner OWNER → godwit_catalog_app'],
  },
  {
    name: 'a grant is given',
    sql: 'create role godwit_catalog_app; grant select, insert on shelf.codes to godwit_catalog_app',
    expected: ['grant on table shelf.codes to godwit_catalog_app is new: INSERT, SELECT'],
  },
  {
    name: 'a grant is taken',
    sql: 'revoke select on shelf.books from public',
    expected: ['grant on table shelf.books to PUBLIC is missing: SELECT'],
  },
  {
    name: 'a grant is widened',
    sql: 'grant insert on shelf.books to public',
    expected: ['grant on table shelf.books to PUBLIC: SELECT → INSERT, SELECT'],
  },
  {
    name: 'a grant on a column is taken',
    sql: 'revoke update (pages) on shelf.books from public',
    expected: ['grant on column shelf.books.pages to PUBLIC is missing: UPDATE'],
  },
  {
    name: 'a grant with grant option',
    sql: 'create role godwit_catalog_app; grant usage on schema shelf to godwit_catalog_app with grant option',
    expected: ['grant on schema shelf to godwit_catalog_app is new: USAGE*'],
  },
  {
    name: 'the owner loses a privilege',
    sql: 'revoke delete on shelf.codes from current_user',
    expected: ['grant on table shelf.codes to its owner: ALL → INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE'],
  },
  {
    name: 'a function is for the owner alone',
    sql: 'revoke execute on function shelf.touch() from public',
    expected: ['grant on function shelf.touch() to PUBLIC is missing: EXECUTE'],
  },
  {
    name: 'a sequence may not be used',
    sql: 'revoke usage on sequence shelf.ticket from public',
    expected: ['grant on sequence shelf.ticket to PUBLIC: SELECT, USAGE → SELECT'],
  },
  {
    name: 'a type may not be used',
    sql: 'revoke usage on type shelf.address from public',
    expected: ['grant on composite type shelf.address to PUBLIC is missing: USAGE'],
  },
  {
    name: 'default privileges',
    sql: 'alter default privileges in schema shelf revoke select on tables from public',
    expected: ['default privileges OWNER.shelf on tables is missing'],
  },
  {
    name: 'other default privileges',
    sql: 'alter default privileges in schema shelf grant usage on sequences to public',
    expected: ['default privileges OWNER.shelf on sequences is new'],
  },
];
