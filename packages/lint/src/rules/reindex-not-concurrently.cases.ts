import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table',
      sql: 'reindex table shelf.books;',
      finds: [
        {
          at: 'reindex table shelf.books',
          message: 'REINDEX blocks reads and writes of shelf.books',
          locks: ['shelf.books SHARE, index build'],
          safe: [
            `--! no-transaction
reindex table concurrently shelf.books;`,
          ],
        },
      ],
    },
    {
      name: 'an index',
      sql: 'reindex index shelf.books_pkey;',
      finds: [
        {
          at: 'reindex index shelf.books_pkey',
          message: 'REINDEX blocks reads and writes of shelf.books_pkey',
          locks: ['shelf.books_pkey ACCESS EXCLUSIVE, index build'],
          safe: [
            `--! no-transaction
reindex index concurrently shelf.books_pkey;`,
          ],
        },
      ],
    },
    {
      name: 'a schema',
      sql: `--! no-transaction
reindex schema shelf;`,
      finds: [
        {
          at: 'reindex schema shelf',
          message: 'REINDEX blocks reads and writes of every table of the schema',
          locks: ['shelf SHARE, index build'],
          safe: [
            `--! no-transaction
reindex schema concurrently shelf;`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'concurrently',
      sql: `--! no-transaction
reindex table concurrently shelf.books;`,
    },
    {
      name: 'with CONCURRENTLY as an option',
      sql: `--! no-transaction
reindex (concurrently) index shelf.books_pkey;`,
    },
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (id bigint primary key);
reindex table shelf.tags;`,
    },
  ],
};
