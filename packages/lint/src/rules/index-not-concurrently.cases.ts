import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an index on a table that is in use',
      sql: 'create index books_author on shelf.books (author);',
      finds: [
        {
          at: 'create index books_author on shelf.books (author)',
          message: 'CREATE INDEX blocks writes to shelf.books until the index is built',
          locks: ['shelf.books SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently books_author on shelf.books (author);`,
          ],
        },
      ],
    },
    {
      name: 'without a name',
      sql: 'create unique index on shelf.books using btree (lower(title)) where isbn is not null;',
      finds: [
        {
          at: 'create unique index on shelf.books using btree (lower(title)) where isbn is not null',
          message: 'CREATE INDEX blocks writes to shelf.books until the index is built',
          locks: ['shelf.books SHARE, index build'],
          safe: [
            `--! no-transaction
create unique index concurrently on shelf.books using btree (lower(title)) where isbn is not null;`,
          ],
        },
      ],
    },
    {
      name: 'on a materialized view',
      sql: 'create index book_counts_books on shelf.book_counts (books);',
      finds: [
        {
          at: 'create index book_counts_books on shelf.book_counts (books)',
          message: 'CREATE INDEX blocks writes to shelf.book_counts until the index is built',
          locks: ['shelf.book_counts SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently book_counts_books on shelf.book_counts (books);`,
          ],
        },
      ],
    },
    {
      name: 'on a partitioned table, part by part',
      sql: 'create index events_kind on shelf.events (kind);',
      finds: [
        {
          at: 'create index events_kind on shelf.events (kind)',
          message: 'CREATE INDEX blocks writes to shelf.events until the index is built',
          locks: ['shelf.events SHARE, index build'],
          safe: [
            'create index events_kind on only shelf.events (kind);',
            `--! no-transaction
create index concurrently events_2024_kind_idx on shelf.events_2024 (kind);`,
            `--! no-transaction
create index concurrently events_2025_kind_idx on shelf.events_2025 (kind);`,
            `alter index shelf.events_kind attach partition shelf.events_2024_kind_idx;
alter index shelf.events_kind attach partition shelf.events_2025_kind_idx;`,
          ],
        },
      ],
    },
    {
      name: 'on a table that may have been there',
      sql: `create table if not exists shelf.books (id bigint);
create index books_author on shelf.books (author);`,
      finds: [
        {
          at: 'create index books_author on shelf.books (author)',
          message: 'CREATE INDEX blocks writes to shelf.books until the index is built',
          locks: ['shelf.books SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently books_author on shelf.books (author);`,
          ],
        },
      ],
    },
    {
      name: 'on a table that no revision shows',
      sql: 'create index on shelf.elsewhere (a);',
      finds: [
        {
          at: 'create index on shelf.elsewhere (a)',
          message: 'CREATE INDEX blocks writes to shelf.elsewhere until the index is built',
          locks: ['shelf.elsewhere SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently on shelf.elsewhere (a);`,
          ],
        },
      ],
      notExecuted: 'there is no such table',
    },
    {
      name: 'in a way back',
      sql: 'create index genres_name on shelf.genres (name);',
      revert: true,
      finds: [
        {
          at: 'create index genres_name on shelf.genres (name)',
          message: 'CREATE INDEX blocks writes to shelf.genres until the index is built',
          locks: ['shelf.genres SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently genres_name on shelf.genres (name);`,
          ],
        },
      ],
    },
    {
      name: 'outside a transaction',
      sql: `--! no-transaction
create index genres_name on shelf.genres (name);`,
      finds: [
        {
          at: 'create index genres_name on shelf.genres (name)',
          message: 'CREATE INDEX blocks writes to shelf.genres until the index is built',
          locks: ['shelf.genres SHARE, index build'],
          safe: [
            `--! no-transaction
create index concurrently genres_name on shelf.genres (name);`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'concurrently',
      sql: `--! no-transaction
create index concurrently books_author on shelf.books (author);`,
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (id bigint primary key, name text);
create index tags_name on shelf.tags (name);`,
    },
    {
      name: 'on a table of the same revision under its new name',
      sql: `create table shelf.tags (id bigint, name text);
alter table shelf.tags rename to labels;
create index on shelf.labels (name);`,
    },
    {
      name: 'on a materialized view of the same revision',
      sql: `create materialized view shelf.titles as select title from shelf.books;
create index on shelf.titles (title);`,
    },
    { name: 'on the parent alone', sql: 'create index events_kind on only shelf.events (kind);' },
  ],
};
