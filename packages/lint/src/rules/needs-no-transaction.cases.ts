import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'beside others',
      sql: `alter table shelf.books add column pages_read int;
create index concurrently books_author on shelf.books (author);`,
      finds: [
        {
          at: 'create index concurrently books_author on shelf.books (author)',
          message: 'CREATE INDEX CONCURRENTLY cannot run inside a transaction',
          safe: [
            `--! no-transaction
create index concurrently books_author on shelf.books (author);`,
          ],
        },
      ],
    },
    {
      name: 'VACUUM, in a way back',
      sql: 'vacuum shelf.books;',
      revert: true,
      finds: [
        {
          at: 'vacuum shelf.books',
          message: 'VACUUM cannot run inside a transaction',
          safe: [
            `--! no-transaction
vacuum shelf.books;`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with the marker',
      sql: `--! no-transaction
create index concurrently books_author on shelf.books (author);`,
    },
  ],
};
