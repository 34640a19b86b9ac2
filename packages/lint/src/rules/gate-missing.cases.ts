import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a column that goes',
      sql: 'alter table shelf.books drop column isbn;',
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
      finds: [
        {
          at: 'alter table shelf.books drop column isbn',
          message: 'The backfill book-isbns reads shelf.books.isbn, and this revision does not wait for it',
          safe: [
            `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('book-isbns', $query$select 1 from shelf.books where isbn is null$query$);
  end if;
end;
$gate$;`,
          ],
        },
      ],
    },
    {
      name: 'a table that goes, of a backfill that does not say what is left',
      sql: 'drop table shelf.books cascade;',
      context: {
        backfills: [
          { name: 'book-isbns', until: null, uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: 'all' }], remaining: null },
        ],
      },
      finds: [
        {
          at: 'drop table shelf.books cascade',
          message: 'The backfill book-isbns reads shelf.books, and this revision does not wait for it',
          safe: [
            `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('book-isbns', $query$select 1 /* from … where a row is still wrong */$query$);
  end if;
end;
$gate$;`,
          ],
        },
      ],
    },
    {
      name: 'a column of another type',
      sql: 'alter table shelf.books alter column isbn type bigint using isbn::bigint;',
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
      finds: [
        {
          at: 'alter table shelf.books alter column isbn type bigint using isbn::bigint',
          message: 'The backfill book-isbns reads shelf.books.isbn, and this revision does not wait for it',
          safe: [
            `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('book-isbns', $query$select 1 from shelf.books where isbn is null$query$);
  end if;
end;
$gate$;`,
          ],
        },
      ],
    },
    {
      name: 'a gate of another backfill',
      sql: `select godwit.require_backfill('others', 'select 1');
alter table shelf.books drop column isbn;`,
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
      finds: [
        {
          at: 'alter table shelf.books drop column isbn',
          message: 'The backfill book-isbns reads shelf.books.isbn, and this revision does not wait for it',
          safe: [
            `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('book-isbns', $query$select 1 from shelf.books where isbn is null$query$);
  end if;
end;
$gate$;`,
          ],
        },
      ],
      notExecuted: 'there is no such function',
    },
  ],
  silent: [
    {
      name: 'with its gate',
      sql: `select godwit.require_backfill('book-isbns', $$select 1 from shelf.books where isbn is null$$);
alter table shelf.books drop column isbn;`,
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
    },
    {
      name: 'with its gate, guarded',
      sql: `do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('book-isbns', $query$select 1$query$);
  end if;
end;
$gate$;
alter table shelf.books drop column isbn;`,
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
    },
    {
      name: 'another column',
      sql: 'alter table shelf.books drop column description;',
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
    },
    {
      name: 'a table with a view in its place',
      sql: `alter table shelf.books rename to volumes;
create view shelf.books as select * from shelf.volumes;`,
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
    },
    { name: 'without backfills', sql: 'alter table shelf.books drop column isbn;' },
    {
      name: 'in a way back',
      sql: 'alter table shelf.books drop column isbn;',
      context: {
        backfills: [
          {
            name: 'book-isbns',
            until: null,
            uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
            remaining: 'select 1 from shelf.books where isbn is null;',
          },
        ],
      },
      revert: true,
    },
  ],
};
