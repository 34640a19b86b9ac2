import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'beside one of an earlier revision',
      sql: 'create table shelf.wishes (id bigint primary key, user_id bigint not null);',
      history: 'alter table shelf.users enable row level security;',
      finds: [
        {
          at: 'create table shelf.wishes (id bigint primary key, user_id bigint not null)',
          message: 'shelf.wishes has no row level security, and its schema has',
          safe: [
            `create table shelf.wishes (id bigint primary key, user_id bigint not null);
alter table shelf.wishes enable row level security;`,
          ],
        },
      ],
    },
    {
      name: 'beside one of the same revision',
      sql: `create table shelf.diaries (id bigint primary key);
alter table shelf.diaries enable row level security;
create table shelf.wishes (id bigint primary key);`,
      finds: [
        {
          at: 'create table shelf.wishes (id bigint primary key)',
          message: 'shelf.wishes has no row level security, and its schema has',
          safe: [
            `create table shelf.wishes (id bigint primary key);
alter table shelf.wishes enable row level security;`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with it',
      sql: `create table shelf.wishes (id bigint primary key);
alter table shelf.wishes enable row level security;`,
      history: 'alter table shelf.users enable row level security;',
    },
    { name: 'where no table has it', sql: 'create table shelf.wishes (id bigint primary key);' },
    {
      name: 'where it has been switched off again',
      sql: 'create table shelf.wishes (id bigint primary key);',
      history: 'alter table shelf.users enable row level security; alter table shelf.users disable row level security;',
    },
    {
      name: 'in another schema',
      sql: 'create table public.wishes (id bigint primary key);',
      history: 'alter table shelf.users enable row level security;',
    },
    {
      name: 'a temporary table',
      sql: 'create temporary table wishes (id bigint);',
      history: 'alter table shelf.users enable row level security;',
    },
  ],
};
