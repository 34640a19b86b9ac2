import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an index that is in use',
      sql: 'drop index shelf.book_counts_author;',
      finds: [
        {
          at: 'drop index shelf.book_counts_author',
          message: 'DROP INDEX locks shelf.book_counts against reads and writes',
          locks: ['shelf.book_counts_author ACCESS EXCLUSIVE, catalog'],
          safe: [
            `--! no-transaction
drop index concurrently shelf.book_counts_author;`,
          ],
        },
      ],
    },
    {
      name: 'several at once',
      sql: 'drop index if exists shelf.books_a, shelf.books_b;',
      history: 'create index books_a on shelf.books (author); create index books_b on shelf.books (title);',
      finds: [
        {
          at: 'drop index if exists shelf.books_a, shelf.books_b',
          message: 'DROP INDEX locks shelf.books against reads and writes',
          locks: ['shelf.books_a ACCESS EXCLUSIVE, catalog', 'shelf.books_b ACCESS EXCLUSIVE, catalog'],
          safe: [
            `--! no-transaction
drop index concurrently if exists shelf.books_a;`,
            `--! no-transaction
drop index concurrently if exists shelf.books_b;`,
          ],
        },
      ],
    },
    {
      name: 'in a way back',
      sql: 'drop index shelf.books_a;',
      revert: true,
      history: 'create index books_a on shelf.books (author);',
      finds: [
        {
          at: 'drop index shelf.books_a',
          message: 'DROP INDEX locks shelf.books against reads and writes',
          locks: ['shelf.books_a ACCESS EXCLUSIVE, catalog'],
          safe: [
            `--! no-transaction
drop index concurrently shelf.books_a;`,
          ],
        },
      ],
    },
    {
      name: 'of a table that no revision shows',
      sql: 'drop index elsewhere_a;',
      finds: [
        {
          at: 'drop index elsewhere_a',
          message: 'DROP INDEX locks the table of elsewhere_a against reads and writes',
          locks: ['elsewhere_a ACCESS EXCLUSIVE, catalog'],
          safe: [
            `--! no-transaction
drop index concurrently elsewhere_a;`,
          ],
        },
      ],
      notExecuted: 'there is no such table',
    },
  ],
  silent: [
    {
      name: 'concurrently',
      sql: `--! no-transaction
drop index concurrently shelf.book_counts_author;`,
    },
    {
      name: 'an index of the same revision',
      sql: `create table shelf.tags (name text);
create index tags_name on shelf.tags (name);
drop index shelf.tags_name;`,
    },
    {
      name: 'of a partitioned table, which cannot do it otherwise',
      sql: 'drop index shelf.events_kind;',
      history: 'create index events_kind on shelf.events (kind);',
    },
    { name: 'a table with its indexes', sql: 'drop table shelf.imports;' },
  ],
};
