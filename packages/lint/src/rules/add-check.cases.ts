import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'without a name',
      sql: 'alter table shelf.books add check (page_count > 0);',
      finds: [
        {
          at: 'check (page_count > 0)',
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.books add constraint books_page_count_check check (page_count > 0) not valid;',
            'alter table shelf.books validate constraint books_page_count_check;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.books validate constraint books_page_count_check;
alter table shelf.books add constraint books_page_count_check check (page_count > 0) not valid;`,
    },
    {
      name: 'with a name',
      sql: "alter table shelf.books add constraint books_isbn check (isbn ~ '^[0-9X]+$');",
      finds: [
        {
          at: "constraint books_isbn check (isbn ~ '^[0-9X]+$')",
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            "alter table shelf.books add constraint books_isbn check (isbn ~ '^[0-9X]+$') not valid;",
            'alter table shelf.books validate constraint books_isbn;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.books validate constraint books_isbn;
alter table shelf.books add constraint books_isbn check (isbn ~ '^[0-9X]+$') not valid;`,
    },
    {
      name: 'of two columns',
      sql: 'alter table shelf.books add check (updated_at > added_at);',
      finds: [
        {
          at: 'check (updated_at > added_at)',
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.books add constraint books_check check (updated_at > added_at) not valid;',
            'alter table shelf.books validate constraint books_check;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.books validate constraint books_check;
alter table shelf.books add constraint books_check check (updated_at > added_at) not valid;`,
    },
    {
      name: 'with a new column',
      sql: 'alter table shelf.books add column weight integer check (weight > 0) not null default 1;',
      finds: [
        {
          at: 'check (weight > 0)',
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.books add column weight integer not null default 1,
  add constraint books_weight_check check (weight > 0) not valid;`,
            'alter table shelf.books validate constraint books_weight_check;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.books validate constraint books_weight_check;
alter table shelf.books add column weight integer not null default 1,
  add constraint books_weight_check check (weight > 0) not valid;`,
    },
    {
      name: 'with a new column, under a name',
      sql: 'alter table shelf.books add column weight integer constraint light check (weight < 5000);',
      finds: [
        {
          at: 'constraint light check (weight < 5000)',
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.books add column weight integer,
  add constraint light check (weight < 5000) not valid;`,
            'alter table shelf.books validate constraint light;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.books validate constraint light;
alter table shelf.books add column weight integer,
  add constraint light check (weight < 5000) not valid;`,
    },
    {
      name: 'beside a foreign key: one statement mends both',
      sql: 'alter table shelf.loans add check (user_id > 0), add foreign key (user_id) references shelf.users;',
      finds: [
        {
          at: 'check (user_id > 0)',
          message: 'The CHECK is checked for every row of shelf.loans while nobody can read or write it',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.loans add constraint loans_user_id_check check (user_id > 0) not valid, add constraint loans_user_id_fkey foreign key (user_id) references shelf.users not valid;',
            `alter table shelf.loans validate constraint loans_user_id_check;
alter table shelf.loans validate constraint loans_user_id_fkey;`,
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_user_id_check;
alter table shelf.loans add constraint loans_user_id_check check (user_id > 0) not valid, add foreign key (user_id) references shelf.users;`,
    },
    {
      name: 'with a placeholder',
      sql: 'alter table :SCHEMA.books add check (page_count > 0);',
      finds: [
        {
          at: 'check (page_count > 0)',
          message: 'The CHECK is checked for every row of :SCHEMA.books while nobody can read or write it',
          locks: [':SCHEMA.books ACCESS EXCLUSIVE, scan'],
          safe: [
            'alter table :SCHEMA.books add constraint books_page_count_check check (page_count > 0) not valid;',
            'alter table :SCHEMA.books validate constraint books_page_count_check;',
          ],
        },
      ],
      notExecuted: 'the placeholder has no value',
      fixed: `-- In the next revision: alter table :SCHEMA.books validate constraint books_page_count_check;
alter table :SCHEMA.books add constraint books_page_count_check check (page_count > 0) not valid;`,
    },
    {
      name: 'behind a character of several bytes',
      sql: `comment on table shelf.books is 'Bücher 📚';
alter table shelf.books add check (page_count > 0);`,
      finds: [
        {
          at: 'check (page_count > 0)',
          message: 'The CHECK is checked for every row of shelf.books while nobody can read or write it',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.books add constraint books_page_count_check check (page_count > 0) not valid;',
            'alter table shelf.books validate constraint books_page_count_check;',
          ],
        },
      ],
      fixed: `comment on table shelf.books is 'Bücher 📚';
-- In the next revision: alter table shelf.books validate constraint books_page_count_check;
alter table shelf.books add constraint books_page_count_check check (page_count > 0) not valid;`,
    },
  ],
  silent: [
    { name: 'not valid', sql: 'alter table shelf.books add check (page_count > 0) not valid;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (n int);
alter table shelf.tags add check (n > 0);`,
    },
    { name: 'in CREATE TABLE', sql: 'create table shelf.tags (n int check (n > 0));' },
    { name: 'not enforced', sql: 'alter table shelf.books add constraint books_pages check (page_count > 0) not enforced;' },
  ],
};
