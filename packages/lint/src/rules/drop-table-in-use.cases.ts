import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table that a query names',
      sql: 'drop table if exists shelf.books;',
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['title'] }],
          },
        ],
      },
      finds: [
        {
          at: 'drop table if exists shelf.books',
          message: 'shelf.books is still named by BooksByTitle (src/books.sql:3)',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['drop table if exists shelf.books;'],
        },
      ],
      notExecuted: 'a materialized view reads it',
    },
    {
      name: 'by the search path',
      sql: 'drop table imports;',
      context: {
        queries: [
          { name: 'A', file: 'a.sql', line: 1, uses: [{ relation: { schema: null, name: 'imports' }, columns: 'all' }] },
          { name: 'B', file: 'b.sql', line: 1, uses: [{ relation: { schema: 'public', name: 'imports' }, columns: ['id'] }] },
          { name: 'C', file: 'c.sql', line: 1, uses: [{ relation: { schema: null, name: 'imports' }, columns: 'all' }] },
          { name: 'D', file: 'd.sql', line: 9, uses: [{ relation: { schema: null, name: 'imports' }, columns: 'all' }] },
        ],
      },
      history: 'create table public.imports (id bigint);',
      finds: [
        {
          at: 'drop table imports',
          message: 'imports is still named by A (a.sql:1), B (b.sql:1), C (c.sql:1), 1 more',
          locks: ['imports ACCESS EXCLUSIVE, catalog'],
          safe: ['drop table imports;'],
        },
      ],
    },
    {
      name: 'where nobody has named the queries',
      sql: 'drop table shelf.imports;',
      finds: [
        {
          at: 'drop table shelf.imports',
          message: 'Nothing tells whether a query still names shelf.imports',
          severity: 'warning',
          locks: ['shelf.imports ACCESS EXCLUSIVE, catalog'],
          safe: ['drop table shelf.imports;'],
        },
      ],
    },
    {
      name: 'a materialized view',
      sql: 'drop materialized view shelf.book_counts;',
      finds: [
        {
          at: 'drop materialized view shelf.book_counts',
          message: 'Nothing tells whether a query still names shelf.book_counts',
          severity: 'warning',
          locks: ['shelf.book_counts ACCESS EXCLUSIVE, catalog'],
          safe: ['drop materialized view shelf.book_counts;'],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'a table that no query names',
      sql: 'drop table shelf.imports;',
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['title'] }],
          },
        ],
      },
    },
    {
      name: 'with something in its place',
      sql: `drop materialized view shelf.book_counts;
create view shelf.book_counts as select 1 as one;`,
    },
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (a text);
drop table shelf.tags;`,
    },
    { name: 'a trigger', sql: 'drop trigger books_updated_at on shelf.books;' },
    { name: 'in a way back', sql: 'drop table shelf.imports;', revert: true },
  ],
};
