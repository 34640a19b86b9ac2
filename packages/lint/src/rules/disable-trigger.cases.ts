import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one',
      sql: 'alter table shelf.books disable trigger books_updated_at;',
      finds: [
        {
          at: 'disable trigger books_updated_at',
          message: 'DISABLE TRIGGER blocks writes to shelf.books and switches books_updated_at off for everybody',
          locks: ['shelf.books SHARE ROW EXCLUSIVE, catalog'],
          safe: [
            `set local session_replication_role = replica;
-- the statements that are to fire no trigger, and check no foreign key
set local session_replication_role = origin;`,
          ],
        },
      ],
    },
    {
      name: 'all, and enabled again',
      sql: `alter table shelf.books disable trigger all;
alter table shelf.books enable trigger all;`,
      finds: [
        {
          at: 'disable trigger all',
          message: 'DISABLE TRIGGER blocks writes to shelf.books and switches its triggers off for everybody',
          locks: ['shelf.books SHARE ROW EXCLUSIVE, catalog'],
          safe: [
            `set local session_replication_role = replica;
-- the statements that are to fire no trigger, and check no foreign key
set local session_replication_role = origin;`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'enable', sql: 'alter table shelf.books enable trigger books_updated_at;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (id bigint);
alter table shelf.tags disable trigger all;`,
    },
  ],
};
