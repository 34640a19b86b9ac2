import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an UPDATE with a condition',
      sql: "update shelf.books set description = 'none yet' where description is null;",
      finds: [
        {
          at: "update shelf.books set description = 'none yet' where description is null",
          message: 'UPDATE changes many rows of shelf.books in one transaction',
          locks: ['shelf.books ROW EXCLUSIVE, rows'],
          safe: [
            `update shelf.books
set description = 'none yet'
where id = any (array(
  select id from shelf.books
  where description is null
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'joined with another table',
      sql: "update shelf.loans as l set state = 'known' from shelf.users u where u.id = l.user_id and l.state is null;",
      finds: [
        {
          at: "update shelf.loans as l set state = 'known' from shelf.users u where u.id = l.user_id and l.state is null",
          message: 'UPDATE changes many rows of shelf.loans in one transaction',
          locks: ['shelf.loans ROW EXCLUSIVE, rows'],
          safe: [
            `update shelf.loans as l
set state = 'known'
from shelf.users u
where (u.id = l.user_id and l.state is null)
  and l.id = any (array(
  select l.id from shelf.loans as l, shelf.users u
  where u.id = l.user_id and l.state is null
  limit 1000
  for no key update of l skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'a DELETE, while a table is locked',
      sql: `alter table shelf.genres add column note text;
delete from shelf.imports where line = 'line 1';`,
      finds: [
        {
          at: "delete from shelf.imports where line = 'line 1'",
          message: 'DELETE removes many rows of shelf.imports in one transaction',
          locks: ['shelf.genres ACCESS EXCLUSIVE, rows', 'shelf.imports ROW EXCLUSIVE, rows'],
          safe: [
            `delete from shelf.imports
where ctid = any (array(
  select ctid from shelf.imports
  where line = 'line 1'
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'INSERT … SELECT',
      sql: `create table shelf.authors (name text primary key);
insert into shelf.authors (name) select distinct author from shelf.books;`,
      finds: [
        {
          at: 'insert into shelf.authors (name) select distinct author from shelf.books',
          message: 'INSERT … SELECT writes many rows of shelf.authors in one transaction',
          safe: [
            `insert into shelf.authors (name) select distinct author from shelf.books
limit 1000
on conflict do nothing;`,
          ],
        },
      ],
    },
    {
      name: 'a MERGE',
      sql: "merge into shelf.loans l using shelf.users u on u.id = l.user_id when matched then update set state = 'known';",
      finds: [
        {
          at: "merge into shelf.loans l using shelf.users u on u.id = l.user_id when matched then update set state = 'known'",
          message: 'MERGE changes many rows of shelf.loans in one transaction',
          locks: ['shelf.loans ROW EXCLUSIVE, rows'],
        },
      ],
    },
    {
      name: 'with a LIMIT of its own',
      sql: 'delete from shelf.imports using shelf.books b where b.page_count = imports.id;',
      finds: [
        {
          at: 'delete from shelf.imports using shelf.books b where b.page_count = imports.id',
          message: 'DELETE removes many rows of shelf.imports in one transaction',
          locks: ['shelf.imports ROW EXCLUSIVE, rows'],
          safe: [
            `delete from shelf.imports
using shelf.books b
where (b.page_count = imports.id)
  and imports.ctid = any (array(
  select imports.ctid from shelf.imports, shelf.books b
  where b.page_count = imports.id
  limit 1000
  for no key update of imports skip locked
));`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'a row by its key', sql: "update shelf.books set title = 'A title' where id = 7;" },
    { name: 'rows by their keys', sql: 'delete from shelf.genres where id in (1, 2) and name is not null;' },
    {
      name: 'by a unique column',
      sql: "update shelf.books set title = 'A title' where isbn = '123';",
      history: 'create unique index books_isbn on shelf.books (isbn);',
    },
    { name: 'by the id of a table that no revision shows', sql: 'update shelf.elsewhere set a = 1 where id = 7;' },
    { name: 'rows that are written out', sql: "insert into shelf.genres (name) values ('essay'), ('diary');" },
    { name: 'rows that are made', sql: 'insert into shelf.genres (name) select n::text from generate_series(1, 3) n;' },
    {
      name: 'in a table of the same revision',
      sql: `create table shelf.tags (name text);
insert into shelf.tags values ('a');
update shelf.tags set name = 'b' where name = 'a';`,
    },
    { name: 'in a way back', sql: "update shelf.books set description = null where description = 'none yet';", revert: true },
  ],
};
