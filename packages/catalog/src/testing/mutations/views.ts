import type { Mutation } from './mutation.ts';

export const views: readonly Mutation[] = [
  {
    name: 'a view reads something else',
    sql: `create or replace view shelf.owned as select id, title, pages as "Pages", status from shelf.books where status = 'missing' order by title`,
    expected: ['view shelf.owned: differs from line 3: pages AS "Pages" → pages AS "Pages", (with 1 column)'],
  },
  {
    name: 'an option of a view',
    sql: 'alter view shelf.editable reset (security_barrier)',
    expected: ['view shelf.editable: option security_barrier=true is missing'],
  },
  { name: 'a view is dropped', sql: 'drop view shelf.owned', expected: ['view shelf.owned is missing (with 3 columns)'] },
  {
    name: 'a materialized view is emptied',
    sql: 'refresh materialized view shelf.summary with no data',
    expected: ['materialized view shelf.summary is not populated'],
  },
];
