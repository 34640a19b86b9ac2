import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'that a query names',
      sql: 'alter table shelf.books drop column title;',
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['title', 'author'] }],
          },
        ],
      },
      finds: [
        {
          at: 'drop column title',
          message: 'shelf.books.title is still named by BooksByTitle (src/books.sql:3)',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['alter table shelf.books alter column title drop not null;', 'alter table shelf.books drop column title;'],
        },
      ],
    },
    {
      name: 'with a query of every column',
      sql: 'alter table shelf.books drop column isbn, drop column description;',
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: 'all' }],
          },
        ],
      },
      finds: [
        {
          at: 'drop column isbn',
          message: 'shelf.books.isbn is still named by BooksByTitle (src/books.sql:3)',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['alter table shelf.books drop column isbn;'],
        },
        {
          at: 'drop column description',
          message: 'shelf.books.description is still named by BooksByTitle (src/books.sql:3)',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['alter table shelf.books drop column description;'],
        },
      ],
    },
    {
      name: 'where nobody has named the queries',
      sql: 'alter table shelf.books drop column isbn;',
      finds: [
        {
          at: 'drop column isbn',
          message: 'Nothing tells whether a query still names shelf.books.isbn',
          severity: 'warning',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['alter table shelf.books drop column isbn;'],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'that no query names',
      sql: 'alter table shelf.books drop column isbn;',
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
    { name: 'where there are no queries', sql: 'alter table shelf.books drop column isbn;', context: { queries: [] } },
    {
      name: 'when another one takes its place',
      sql: `alter table shelf.books drop column page_count;
alter table shelf.books rename column pages to page_count;`,
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['page_count'] }],
          },
        ],
      },
      history: 'alter table shelf.books add column pages bigint;',
    },
    {
      name: 'of a table of the same revision',
      sql: `create table shelf.tags (a text, b text);
alter table shelf.tags drop column b;`,
    },
    {
      name: 'in a way back',
      sql: 'alter table shelf.books drop column isbn;',
      revert: true,
      context: {
        queries: [
          {
            name: 'BooksByTitle',
            file: 'src/books.sql',
            line: 3,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
          },
        ],
      },
    },
  ],
};
