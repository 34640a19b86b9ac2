import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table that is in use',
      sql: 'truncate shelf.imports;',
      finds: [
        {
          at: 'truncate shelf.imports',
          message: 'TRUNCATE empties shelf.imports: no way back brings the rows again',
          locks: ['shelf.imports ACCESS EXCLUSIVE, catalog'],
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
      name: 'several, with what references them',
      sql: 'truncate table shelf.genres, shelf.loans cascade;',
      finds: [
        {
          at: 'truncate table shelf.genres, shelf.loans cascade',
          message: 'TRUNCATE empties shelf.genres, shelf.loans, and every table that references them: no way back brings the rows again',
          locks: ['shelf.genres ACCESS EXCLUSIVE, catalog', 'shelf.loans ACCESS EXCLUSIVE, catalog'],
          safe: [
            `delete from shelf.genres
where id = any (array(
  select id from shelf.genres
  limit 1000
  for no key update skip locked
));`,
            `delete from shelf.loans
where id = any (array(
  select id from shelf.loans
  limit 1000
  for no key update skip locked
));`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'a table of the same revision',
      sql: `create table shelf.tags (name text);
truncate shelf.tags;`,
    },
    { name: 'DELETE', sql: 'delete from shelf.imports where id = 1;' },
  ],
};
