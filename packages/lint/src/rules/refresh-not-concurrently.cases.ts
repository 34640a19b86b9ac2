import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a view that is in use',
      sql: 'refresh materialized view shelf.book_counts;',
      finds: [
        {
          at: 'refresh materialized view shelf.book_counts',
          message: 'REFRESH blocks reads of shelf.book_counts until its query has run',
          locks: ['shelf.book_counts ACCESS EXCLUSIVE, rewrite'],
          safe: ['refresh materialized view concurrently shelf.book_counts;'],
        },
      ],
    },
    {
      name: 'one without a unique index',
      sql: 'refresh materialized view shelf.titles;',
      history: 'create materialized view shelf.titles as select title from shelf.books;',
      finds: [
        {
          at: 'refresh materialized view shelf.titles',
          message: 'REFRESH blocks reads of shelf.titles until its query has run',
          locks: ['shelf.titles ACCESS EXCLUSIVE, rewrite'],
          safe: ['refresh materialized view concurrently shelf.titles;'],
        },
      ],
      notExecuted: 'it has no unique index yet',
    },
  ],
  silent: [
    { name: 'concurrently', sql: 'refresh materialized view concurrently shelf.book_counts;' },
    {
      name: 'a view of the same revision',
      sql: `create materialized view shelf.titles as select title from shelf.books with no data;
refresh materialized view shelf.titles;`,
    },
  ],
};
