import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table',
      sql: 'alter table shelf.books rename to volumes;',
      finds: [
        {
          at: 'alter table shelf.books rename to volumes',
          message: 'The application that is running still asks for shelf.books',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.books rename to volumes;
create view shelf.books with (security_invoker = true) as select * from shelf.volumes;`,
            'drop view shelf.books;',
          ],
        },
      ],
    },
    {
      name: 'into another schema',
      sql: 'alter table shelf.genres set schema public;',
      finds: [
        {
          at: 'alter table shelf.genres set schema public',
          message: 'The application that is running still asks for shelf.genres',
          locks: ['shelf.genres ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.genres set schema public;
create view shelf.genres with (security_invoker = true) as select * from public.genres;`,
            'drop view shelf.genres;',
          ],
        },
      ],
    },
    {
      name: 'a materialized view',
      sql: 'alter materialized view shelf.book_counts rename to counts;',
      finds: [
        {
          at: 'alter materialized view shelf.book_counts rename to counts',
          message: 'The application that is running still asks for shelf.book_counts',
          locks: ['shelf.book_counts ACCESS EXCLUSIVE, catalog'],
          safe: [
            `alter materialized view shelf.book_counts rename to counts;
create view shelf.book_counts with (security_invoker = true) as select * from shelf.counts;`,
            'drop view shelf.book_counts;',
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with a view in its place',
      sql: `alter table shelf.books rename to volumes;
create view shelf.books with (security_invoker = true) as select * from shelf.volumes;`,
    },
    {
      name: 'with another table in its place',
      sql: `create table shelf.genres_new (id bigint);
alter table shelf.genres rename to genres_old;
alter table shelf.genres_new rename to genres;`,
    },
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (id bigint);
alter table shelf.tags rename to labels;`,
    },
    { name: 'an index', sql: 'alter index shelf.book_counts_author rename to by_author;' },
    { name: 'in a way back', sql: 'alter table shelf.books rename to volumes;', revert: true },
  ],
};
