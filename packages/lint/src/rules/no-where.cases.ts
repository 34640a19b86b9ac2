import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an UPDATE',
      sql: "update shelf.books set description = '';",
      finds: [
        {
          at: "update shelf.books set description = ''",
          message: 'UPDATE changes every row of shelf.books in one transaction',
          locks: ['shelf.books ROW EXCLUSIVE, rows'],
          safe: [
            `update shelf.books
set description = ''
where id = any (array(
  select id from shelf.books
  where description is distinct from ''
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'of several columns, by an expression',
      sql: 'update shelf.books set title = trim(title), author = upper(author);',
      finds: [
        {
          at: 'update shelf.books set title = trim(title), author = upper(author)',
          message: 'UPDATE changes every row of shelf.books in one transaction',
          locks: ['shelf.books ROW EXCLUSIVE, rows'],
          safe: [
            `update shelf.books
set title = trim(title), author = upper(author)
where id = any (array(
  select id from shelf.books
  where title is distinct from (trim(title)) or author is distinct from (upper(author))
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'with another table',
      sql: 'update shelf.loans l set user_id = u.id from shelf.users u;',
      finds: [
        {
          at: 'update shelf.loans l set user_id = u.id from shelf.users u',
          message: 'UPDATE changes every row of shelf.loans in one transaction',
          locks: ['shelf.loans ROW EXCLUSIVE, rows'],
        },
      ],
    },
    {
      name: 'a DELETE',
      sql: 'delete from shelf.imports;',
      finds: [
        {
          at: 'delete from shelf.imports',
          message: 'DELETE removes every row of shelf.imports in one transaction',
          locks: ['shelf.imports ROW EXCLUSIVE, rows'],
          safe: [
            `delete from shelf.imports
where ctid = any (array(
  select ctid from shelf.imports
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
    {
      name: 'of a partitioned table',
      sql: "update shelf.events set kind = 'seen';",
      finds: [
        {
          at: "update shelf.events set kind = 'seen'",
          message: 'UPDATE changes every row of shelf.events in one transaction',
          locks: ['shelf.events ROW EXCLUSIVE, rows'],
          safe: [
            `update shelf.events
set kind = 'seen'
where (id, happened_at) in (
  select id, happened_at from shelf.events
  where kind is distinct from 'seen'
  limit 1000
  for no key update skip locked
);`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'with a condition', sql: "update shelf.books set description = '' where description is null;" },
    {
      name: 'of a table of the same revision',
      sql: `create table shelf.tags (name text);
update shelf.tags set name = '';`,
    },
    { name: 'in a way back', sql: "update shelf.books set description = '';", revert: true },
  ],
};
