import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'in CREATE TABLE',
      sql: `create table shelf.notes (
  noted_at timestamp(3) not null default now(),
  seen timestamp without time zone[]
);`,
      finds: [
        {
          at: 'timestamp(3)',
          message: 'noted_at is a timestamp without time zone, which names no moment',
          safe: [
            `create table shelf.notes (
  noted_at timestamptz(3) not null default now(),
  seen timestamptz[]
);`,
          ],
        },
        {
          at: 'timestamp without time zone[]',
          message: 'seen is a timestamp without time zone, which names no moment',
          safe: [
            `create table shelf.notes (
  noted_at timestamptz(3) not null default now(),
  seen timestamptz[]
);`,
          ],
        },
      ],
    },
    {
      name: 'in ADD COLUMN',
      sql: 'alter table shelf.books add column bought_at timestamp default now();',
      finds: [
        {
          at: 'timestamp',
          message: 'bought_at is a timestamp without time zone, which names no moment',
          safe: ['alter table shelf.books add column bought_at timestamptz default now();'],
        },
      ],
    },
    {
      name: 'as a new type',
      sql: 'alter table shelf.books alter column added_at type timestamp;',
      finds: [
        {
          at: 'timestamp',
          message: 'added_at is a timestamp without time zone, which names no moment',
          safe: ['alter table shelf.books alter column added_at type timestamptz;'],
        },
      ],
    },
  ],
  silent: [
    { name: 'with time zone', sql: 'create table shelf.notes (a timestamptz, b timestamp with time zone);' },
    { name: 'a date and a time', sql: 'alter table shelf.books add column a date, add column b time;' },
    { name: 'in a way back', sql: 'alter table shelf.books add column bought_at timestamp;', revert: true },
  ],
};
