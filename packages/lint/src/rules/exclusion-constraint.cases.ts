import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'on a table that is in use',
      sql: 'alter table shelf.loans add constraint loans_overlap exclude using gist (during with &&);',
      finds: [
        {
          at: 'constraint loans_overlap exclude using gist (during with &&)',
          message: 'Nobody can read or write shelf.loans until the index of the exclusion constraint is built',
          locks: ['shelf.loans ACCESS EXCLUSIVE, index build'],
          safe: [
            `create table shelf.loans_new (like shelf.loans including all);
alter table shelf.loans_new add constraint loans_overlap exclude using gist (during with &&);`,
            `alter table shelf.loans rename to loans_old;
alter table shelf.loans_new rename to loans;`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'in CREATE TABLE', sql: 'create table shelf.stays (during tstzrange, exclude using gist (during with &&));' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.stays (during tstzrange);
alter table shelf.stays add exclude using gist (during with &&);`,
    },
  ],
};
