import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'of a column that may be null',
      sql: 'alter table shelf.imports add primary key (id);',
      finds: [
        {
          at: 'primary key (id)',
          message: 'Nobody can read or write shelf.imports until the primary key is built',
          locks: ['shelf.imports ACCESS EXCLUSIVE, index build'],
          safe: [
            `alter table shelf.imports
  add constraint imports_id_not_null check (id is not null) not valid;`,
            `alter table shelf.imports validate constraint imports_id_not_null;
alter table shelf.imports alter column id set not null;
alter table shelf.imports drop constraint imports_id_not_null;`,
            `--! no-transaction
create unique index concurrently imports_pkey on shelf.imports (id);`,
            'alter table shelf.imports add constraint imports_pkey primary key using index imports_pkey;',
          ],
        },
      ],
    },
    {
      name: 'of a column that is not null',
      sql: 'alter table shelf.imports add constraint imports_key primary key (id);',
      history: 'alter table shelf.imports alter column id set not null;',
      finds: [
        {
          at: 'constraint imports_key primary key (id)',
          message: 'Nobody can read or write shelf.imports until the primary key is built',
          locks: ['shelf.imports ACCESS EXCLUSIVE, index build'],
          safe: [
            `--! no-transaction
create unique index concurrently imports_key on shelf.imports (id);`,
            'alter table shelf.imports add constraint imports_key primary key using index imports_key;',
          ],
        },
      ],
    },
    {
      name: 'using an index over a column that may be null',
      sql: 'alter table shelf.imports add constraint imports_key primary key using index imports_id;',
      history: 'create unique index imports_id on shelf.imports (id);',
      finds: [
        {
          at: 'constraint imports_key primary key using index imports_id',
          message: 'Nobody can read or write shelf.imports until the primary key is checked',
          locks: ['shelf.imports ACCESS EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.imports
  add constraint imports_id_not_null check (id is not null) not valid;`,
            `alter table shelf.imports validate constraint imports_id_not_null;
alter table shelf.imports alter column id set not null;
alter table shelf.imports drop constraint imports_id_not_null;`,
            'alter table shelf.imports add constraint imports_key primary key using index imports_id;',
          ],
        },
      ],
    },
    {
      name: 'with a new column',
      sql: 'alter table shelf.imports add column number bigint primary key;',
      history: 'truncate shelf.imports;',
      finds: [
        {
          at: 'primary key',
          message: 'Nobody can read or write shelf.imports until the primary key is built',
          locks: ['shelf.imports ACCESS EXCLUSIVE, index build'],
          safe: [
            'alter table shelf.imports add column number bigint;',
            `update shelf.imports
set number = 0
where ctid = any (array(
  select ctid from shelf.imports
  where number is null
  limit 1000
  for no key update skip locked
));`,
            `alter table shelf.imports
  add constraint imports_number_not_null check (number is not null) not valid;`,
            `alter table shelf.imports validate constraint imports_number_not_null;
alter table shelf.imports alter column number set not null;
alter table shelf.imports drop constraint imports_number_not_null;`,
            `--! no-transaction
create unique index concurrently imports_pkey on shelf.imports (number);`,
            'alter table shelf.imports add constraint imports_pkey primary key using index imports_pkey;',
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'using an index over columns that are not null',
      sql: 'alter table shelf.imports add constraint imports_key primary key using index imports_id;',
      history: `alter table shelf.imports alter column id set not null;
create unique index imports_id on shelf.imports (id);`,
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (name text);
alter table shelf.tags add primary key (name);`,
    },
  ],
};
