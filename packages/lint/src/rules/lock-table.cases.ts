import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'without a mode',
      sql: 'lock table shelf.books;',
      finds: [
        {
          at: 'lock table shelf.books',
          message: 'LOCK TABLE blocks reads and writes of shelf.books until the revision ends',
          locks: ['shelf.books ACCESS EXCLUSIVE, catalog'],
          safe: ['lock table shelf.books in share update exclusive mode;'],
        },
      ],
    },
    {
      name: 'in a mode that blocks writes',
      sql: 'lock shelf.books, shelf.users in share row exclusive mode nowait;',
      finds: [
        {
          at: 'lock shelf.books, shelf.users in share row exclusive mode nowait',
          message: 'LOCK TABLE blocks writes of shelf.books, shelf.users until the revision ends',
          locks: ['shelf.books SHARE ROW EXCLUSIVE, catalog', 'shelf.users SHARE ROW EXCLUSIVE, catalog'],
          safe: ['lock table shelf.books, shelf.users in share update exclusive mode;'],
        },
      ],
    },
  ],
  silent: [
    { name: 'in a mode beside which everybody works', sql: 'lock table shelf.books in share update exclusive mode;' },
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (id bigint);
lock table shelf.tags;`,
    },
  ],
};
