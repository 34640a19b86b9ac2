import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'by an index',
      sql: 'cluster shelf.books using books_pkey;',
      finds: [
        {
          at: 'cluster shelf.books using books_pkey',
          message: 'CLUSTER blocks reads and writes of shelf.books',
          locks: ['shelf.books ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `--! no-transaction
vacuum (analyze) shelf.books;`,
          ],
        },
      ],
    },
    {
      name: 'everything',
      sql: `--! no-transaction
cluster;`,
      finds: [
        {
          at: 'cluster',
          message: 'CLUSTER blocks reads and writes of every clustered table in turn',
          locks: ['"every table" ACCESS EXCLUSIVE, rewrite'],
          safe: [
            `--! no-transaction
vacuum (analyze);`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'a mark for later', sql: 'alter table shelf.books cluster on books_pkey;' },
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (id bigint primary key);
cluster shelf.tags using tags_pkey;`,
    },
  ],
};
