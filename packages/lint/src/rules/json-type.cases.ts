import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'in CREATE TABLE',
      sql: "create table shelf.notes (data json not null default '{}');",
      finds: [
        {
          at: 'json',
          message: 'data is a json, which cannot be compared or indexed',
          safe: ["create table shelf.notes (data jsonb not null default '{}');"],
        },
      ],
    },
    {
      name: 'an array',
      sql: 'alter table shelf.books add column extras json[];',
      finds: [
        {
          at: 'json[]',
          message: 'extras is a json, which cannot be compared or indexed',
          safe: ['alter table shelf.books add column extras jsonb[];'],
        },
      ],
    },
  ],
  silent: [
    { name: 'jsonb', sql: 'create table shelf.notes (data jsonb);' },
    { name: 'a column of that name', sql: 'create table shelf.notes (json text);' },
  ],
};
