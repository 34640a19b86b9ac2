import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table',
      sql: `--! no-transaction
vacuum (full, analyze) shelf.books;`,
      finds: [
        {
          at: 'vacuum (full, analyze) shelf.books',
          message: 'VACUUM FULL blocks reads and writes of shelf.books',
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
vacuum full;`,
      finds: [
        {
          at: 'vacuum full',
          message: 'VACUUM FULL blocks reads and writes of every table in turn',
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
    {
      name: 'a plain vacuum',
      sql: `--! no-transaction
vacuum (analyze) shelf.books;`,
    },
    {
      name: 'switched off',
      sql: `--! no-transaction
vacuum (full off) shelf.books;`,
    },
    { name: 'analyze', sql: 'analyze shelf.books;' },
  ],
};
