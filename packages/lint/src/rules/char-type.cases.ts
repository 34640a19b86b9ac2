import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'with a length',
      sql: 'create table shelf.prices (currency char(3) not null, amount numeric);',
      finds: [
        {
          at: 'char(3)',
          message: 'currency is a char(3), which is filled with spaces',
          safe: ['create table shelf.prices (currency varchar(3) not null, amount numeric);'],
        },
      ],
    },
    {
      name: 'without one',
      sql: 'alter table shelf.books add column grade character;',
      finds: [
        {
          at: 'character',
          message: 'grade is a char(1), which is filled with spaces',
          safe: ['alter table shelf.books add column grade varchar(1);'],
        },
      ],
    },
    {
      name: 'under the name of the catalog',
      sql: 'alter table shelf.books add column grade bpchar;',
      finds: [
        {
          at: 'bpchar',
          message: 'grade is a char, which is filled with spaces',
          safe: ['alter table shelf.books add column grade varchar;'],
        },
      ],
    },
  ],
  silent: [
    { name: 'varchar', sql: 'create table shelf.prices (currency varchar(3));' },
    { name: 'the internal type', sql: 'create table shelf.prices (kind "char");' },
    { name: 'character varying', sql: 'create table shelf.prices (kind character varying(3));' },
  ],
};
