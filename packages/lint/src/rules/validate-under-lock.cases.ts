import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a CHECK that the same revision adds',
      sql: `alter table shelf.books add constraint books_pages check (page_count > 0) not valid;
alter table shelf.books validate constraint books_pages;`,
      finds: [
        {
          at: 'validate constraint books_pages',
          message: 'VALIDATE reads all of shelf.books while reads and writes of shelf.books wait',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: ['alter table shelf.books validate constraint books_pages;'],
        },
      ],
    },
    {
      name: 'in the same statement',
      sql: `alter table shelf.books
  add constraint books_pages check (page_count > 0) not valid,
  validate constraint books_pages;`,
      finds: [
        {
          at: 'validate constraint books_pages',
          message: 'VALIDATE reads all of shelf.books while reads and writes of shelf.books wait',
          locks: ['shelf.books ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.books
  add constraint books_pages check (page_count > 0) not valid;`,
            'alter table shelf.books validate constraint books_pages;',
          ],
        },
      ],
    },
    {
      name: 'after a foreign key, which blocks writes',
      sql: `alter table shelf.loans add constraint fk foreign key (book_id) references shelf.books not valid;
alter table shelf.loans validate constraint fk;`,
      finds: [
        {
          at: 'validate constraint fk',
          message: 'VALIDATE reads all of shelf.loans while writes of shelf.loans, shelf.books wait',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan', 'shelf.books SHARE ROW EXCLUSIVE, scan'],
          safe: ['alter table shelf.loans validate constraint fk;'],
        },
      ],
    },
    {
      name: 'while another table is locked',
      sql: `alter table shelf.genres add column note text;
alter table shelf.books validate constraint books_pages;`,
      history: 'alter table shelf.books add constraint books_pages check (page_count > 0) not valid;',
      finds: [
        {
          at: 'validate constraint books_pages',
          message: 'VALIDATE reads all of shelf.books while reads and writes of shelf.genres wait',
          locks: ['shelf.genres ACCESS EXCLUSIVE, scan'],
          safe: ['alter table shelf.books validate constraint books_pages;'],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'in a revision of its own',
      sql: 'alter table shelf.books validate constraint books_pages;',
      history: 'alter table shelf.books add constraint books_pages check (page_count > 0) not valid;',
    },
    {
      name: 'two of them',
      sql: `alter table shelf.books validate constraint books_pages;
alter table shelf.loans validate constraint loans_user;`,
      history: `alter table shelf.books add constraint books_pages check (page_count > 0) not valid;
alter table shelf.loans add constraint loans_user check (user_id > 0) not valid;`,
    },
    {
      name: 'before the lock',
      sql: `alter table shelf.books validate constraint books_pages;
alter table shelf.genres add column note text;`,
      history: 'alter table shelf.books add constraint books_pages check (page_count > 0) not valid;',
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (n int);
alter table shelf.tags add constraint n check (n > 0) not valid;
alter table shelf.tags validate constraint n;`,
    },
  ],
};
