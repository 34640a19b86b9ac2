import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'with a name',
      sql: 'alter table shelf.books add constraint books_isbn_key unique (isbn);',
      finds: [
        {
          at: 'constraint books_isbn_key unique (isbn)',
          message: 'Nobody can read or write shelf.books until the index of the UNIQUE is built',
          locks: ['shelf.books ACCESS EXCLUSIVE, index build'],
          safe: [
            `--! no-transaction
create unique index concurrently books_isbn_key on shelf.books (isbn);`,
            'alter table shelf.books add constraint books_isbn_key unique using index books_isbn_key;',
          ],
        },
      ],
    },
    {
      name: 'without a name, deferrable',
      sql: 'alter table shelf.loans add unique nulls not distinct (book_id, user_id) deferrable initially deferred;',
      finds: [
        {
          at: 'unique nulls not distinct (book_id, user_id) deferrable initially deferred',
          message: 'Nobody can read or write shelf.loans until the index of the UNIQUE is built',
          locks: ['shelf.loans ACCESS EXCLUSIVE, index build'],
          safe: [
            `--! no-transaction
create unique index concurrently loans_book_id_user_id_key on shelf.loans (book_id, user_id) nulls not distinct;`,
            'alter table shelf.loans add constraint loans_book_id_user_id_key unique using index loans_book_id_user_id_key deferrable initially deferred;',
          ],
        },
      ],
    },
    {
      name: 'with further columns',
      sql: 'alter table shelf.books add unique (isbn) include (title);',
      finds: [
        {
          at: 'unique (isbn) include (title)',
          message: 'Nobody can read or write shelf.books until the index of the UNIQUE is built',
          locks: ['shelf.books ACCESS EXCLUSIVE, index build'],
          safe: [
            `--! no-transaction
create unique index concurrently books_isbn_key on shelf.books (isbn) include (title);`,
            'alter table shelf.books add constraint books_isbn_key unique using index books_isbn_key;',
          ],
        },
      ],
    },
    {
      name: 'with a new column',
      sql: 'alter table shelf.books add column slug varchar(80) unique;',
      finds: [
        {
          at: 'unique',
          message: 'Nobody can read or write shelf.books until the index of the UNIQUE is built',
          locks: ['shelf.books ACCESS EXCLUSIVE, index build'],
          safe: [
            'alter table shelf.books add column slug varchar(80);',
            `--! no-transaction
create unique index concurrently books_slug_key on shelf.books (slug);`,
            'alter table shelf.books add constraint books_slug_key unique using index books_slug_key;',
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'using an index',
      sql: 'alter table shelf.books add constraint books_isbn_key unique using index books_isbn;',
      history: 'create unique index books_isbn on shelf.books (isbn);',
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (name text);
alter table shelf.tags add unique (name);`,
    },
  ],
};
