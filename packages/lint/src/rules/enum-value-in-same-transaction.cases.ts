import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'in a row',
      sql: `alter type shelf.loan_state add value if not exists 'lost' before 'returned';
update shelf.loans set state = 'lost' where id = 7;`,
      history: `create type shelf.loan_state as enum ('lent', 'returned');
alter table shelf.loans drop column state;
alter table shelf.loans add column state shelf.loan_state;`,
      finds: [
        {
          at: "alter type shelf.loan_state add value if not exists 'lost' before 'returned'",
          message:
            "'lost' is added to shelf.loan_state and used in the same revision, by update shelf.loans set state = 'lost' where id = 7",
          safe: [
            "alter type shelf.loan_state add value if not exists 'lost' before 'returned';",
            "update shelf.loans set state = 'lost' where id = 7;",
          ],
        },
      ],
    },
    {
      name: 'as a default',
      sql: `alter type shelf.loan_state add value 'lost';
alter table shelf.loans add column fate shelf.loan_state default 'lost';`,
      history: "create type shelf.loan_state as enum ('lent', 'returned');",
      finds: [
        {
          at: "alter type shelf.loan_state add value 'lost'",
          message:
            "'lost' is added to shelf.loan_state and used in the same revision, by alter table shelf.loans add column fate shelf.loa…",
          safe: [
            "alter type shelf.loan_state add value 'lost';",
            "alter table shelf.loans add column fate shelf.loan_state default 'lost';",
          ],
        },
      ],
    },
    {
      name: 'in a DO block',
      sql: `alter type shelf.loan_state add value 'lost';
do $$ begin perform 'lost'::shelf.loan_state; end $$;`,
      history: "create type shelf.loan_state as enum ('lent', 'returned');",
      finds: [
        {
          at: "alter type shelf.loan_state add value 'lost'",
          message: "'lost' is added to shelf.loan_state and used in the same revision, by DO",
          safe: ["alter type shelf.loan_state add value 'lost';", "do $$ begin perform 'lost'::shelf.loan_state; end $$;"],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'alone',
      sql: `alter type shelf.loan_state add value 'lost';
comment on type shelf.loan_state is 'lost';`,
      history: "create type shelf.loan_state as enum ('lent');",
    },
    {
      name: 'a type of the same revision',
      sql: `create type shelf.mood as enum ('good');
alter type shelf.mood add value 'bad';
create table shelf.days (mood shelf.mood default 'bad');`,
    },
    {
      name: 'in a function, which does not run now',
      sql: `alter type shelf.loan_state add value 'lost';
create function shelf.lost() returns text language sql as $$ select 'lost' $$;`,
      history: "create type shelf.loan_state as enum ('lent');",
    },
  ],
};
