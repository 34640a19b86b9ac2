import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'without a proof',
      sql: 'alter table shelf.books alter column author set not null, alter column isbn set not null;',
      history: "update shelf.books set isbn = '123';",
      finds: [
        {
          at: 'alter column isbn set not null',
          message: 'SET NOT NULL reads all of shelf.books while nobody else can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.books
  add constraint books_isbn_not_null check (isbn is not null) not valid;`,
            `alter table shelf.books validate constraint books_isbn_not_null;
alter table shelf.books alter column isbn set not null;
alter table shelf.books drop constraint books_isbn_not_null;`,
          ],
        },
      ],
    },
    {
      name: 'with a CHECK that is not validated',
      sql: 'alter table shelf.loans alter column user_id set not null;',
      history: 'alter table shelf.loans add constraint loans_user check (user_id is not null) not valid;',
      finds: [
        {
          at: 'alter column user_id set not null',
          message: 'SET NOT NULL reads all of shelf.loans while nobody else can read or write it',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans validate constraint loans_user;
alter table shelf.loans alter column user_id set not null;`,
          ],
        },
      ],
    },
    {
      name: 'of a table that no revision shows',
      sql: 'alter table shelf.elsewhere alter a set not null;',
      finds: [
        {
          at: 'alter a set not null',
          message: 'SET NOT NULL reads all of shelf.elsewhere while nobody else can read or write it',
          locks: ['shelf.elsewhere ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.elsewhere
  add constraint elsewhere_a_not_null check (a is not null) not valid;`,
            `alter table shelf.elsewhere validate constraint elsewhere_a_not_null;
alter table shelf.elsewhere alter column a set not null;
alter table shelf.elsewhere drop constraint elsewhere_a_not_null;`,
          ],
        },
      ],
      notExecuted: 'there is no such table',
    },
    {
      name: 'as a constraint (PostgreSQL 18)',
      sql: 'alter table shelf.loans add constraint loans_user not null user_id;',
      finds: [
        {
          at: 'add constraint loans_user not null user_id',
          message: 'SET NOT NULL reads all of shelf.loans while nobody else can read or write it',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans
  add constraint loans_user_id_not_null check (user_id is not null) not valid;`,
            `alter table shelf.loans validate constraint loans_user_id_not_null;
alter table shelf.loans alter column user_id set not null;
alter table shelf.loans drop constraint loans_user_id_not_null;`,
          ],
        },
      ],
    },
    {
      name: 'in a way back',
      sql: 'alter table shelf.loans alter column user_id set not null;',
      revert: true,
      finds: [
        {
          at: 'alter column user_id set not null',
          message: 'SET NOT NULL reads all of shelf.loans while nobody else can read or write it',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans
  add constraint loans_user_id_not_null check (user_id is not null) not valid;`,
            `alter table shelf.loans validate constraint loans_user_id_not_null;
alter table shelf.loans alter column user_id set not null;
alter table shelf.loans drop constraint loans_user_id_not_null;`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with a CHECK that is valid',
      sql: 'alter table shelf.loans alter column user_id set not null;',
      history: 'alter table shelf.loans add constraint loans_user check (user_id is not null);',
    },
    {
      name: 'with a CHECK that the same revision validates',
      sql: `alter table shelf.loans validate constraint loans_user;
alter table shelf.loans alter column user_id set not null;`,
      history: 'alter table shelf.loans add constraint loans_user check (user_id is not null and book_id is not null) not valid;',
    },
    { name: 'of a column that is so already', sql: 'alter table shelf.books alter column title set not null;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (name text);
alter table shelf.tags alter column name set not null;`,
    },
  ],
};
