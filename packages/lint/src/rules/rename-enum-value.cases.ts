import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'with a column of the type',
      sql: "alter type shelf.loan_state rename value 'lent' to 'on loan';",
      history: `create type shelf.loan_state as enum ('lent', 'returned');
alter table shelf.loans drop column state;
alter table shelf.loans add column state shelf.loan_state default 'lent';`,
      finds: [
        {
          at: "alter type shelf.loan_state rename value 'lent' to 'on loan'",
          message: "The application that is running still writes 'lent' to shelf.loan_state",
          safe: [
            "alter type shelf.loan_state add value 'on loan' after 'lent';",
            `update shelf.loans
set state = 'on loan'
where id = any (array(
  select id from shelf.loans
  where state = 'lent'
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
      name: 'a new value',
      sql: "alter type shelf.loan_state add value 'lost';",
      history: "create type shelf.loan_state as enum ('lent');",
    },
    {
      name: 'of a type of the same revision',
      sql: `create type shelf.mood as enum ('good');
alter type shelf.mood rename value 'good' to 'fine';`,
    },
  ],
};
