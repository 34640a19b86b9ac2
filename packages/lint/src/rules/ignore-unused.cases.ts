import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'above a statement that is no finding',
      sql: `-- godwit:ignore index-not-concurrently: the table has twelve rows
create table shelf.formats (name text primary key);`,
      finds: [
        {
          at: '-- godwit:ignore index-not-concurrently: the table has twelve rows',
          message: 'The ignore of index-not-concurrently silences nothing',
        },
      ],
    },
    {
      name: 'above another statement',
      sql: `-- godwit:ignore index-not-concurrently: the table has twelve rows
select 1;
create index genres_name on shelf.genres (name);`,
      finds: [
        {
          at: '-- godwit:ignore index-not-concurrently: the table has twelve rows',
          message: 'The ignore of index-not-concurrently silences nothing',
        },
      ],
    },
    {
      name: 'for a whole file',
      sql: `-- godwit:ignore-file add-check, add-unique: never
alter table shelf.genres add unique (name);`,
      finds: [{ at: '-- godwit:ignore-file add-check, add-unique: never', message: 'The ignore of add-check silences nothing' }],
    },
    {
      name: 'at the end',
      sql: `select 1;
-- godwit:ignore truncate: nothing follows`,
      finds: [{ at: '-- godwit:ignore truncate: nothing follows', message: 'The ignore of truncate silences nothing' }],
    },
  ],
  silent: [
    {
      name: 'above its statement',
      sql: `-- godwit:ignore index-not-concurrently: the table has twelve rows

-- another comment
create index genres_name
  on shelf.genres (name);`,
    },
    {
      name: 'behind the statement, on its last line',
      sql: `create index genres_name
  on shelf.genres (name); -- godwit:ignore index-not-concurrently: the table has twelve rows`,
    },
    {
      name: 'above a line of a statement',
      sql: `create table shelf.prices (
  amount numeric,
  -- godwit:ignore char-type: the standard says three letters
  currency char(3)
);`,
    },
    {
      name: 'behind a line of a statement',
      sql: `create table shelf.prices (
  amount numeric,
  currency char(3) -- godwit:ignore char-type: the standard says three letters
);`,
    },
    {
      name: 'for a whole file',
      sql: `-- godwit:ignore-file index-not-concurrently, add-unique: tables of a dozen rows
alter table shelf.genres add unique (name);
create index genres_name on shelf.genres (name);`,
    },
    {
      name: 'of a rule of squawk',
      sql: `-- godwit:ignore squawk/ban-drop-not-null: the application has expected it for a year
alter table shelf.books alter column title drop not null;`,
    },
    {
      name: 'of a rule that is off',
      sql: `-- godwit:ignore squawk/prefer-identity: why not
select 1;`,
    },
  ],
};
