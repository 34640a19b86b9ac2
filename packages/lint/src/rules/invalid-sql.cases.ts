import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a typing error',
      sql: 'alter table shelf.books add colum pages int;',
      finds: [{ at: '', message: 'Syntax error at or near "int"' }],
    },
    { name: 'a command of psql', sql: '\\i functions.sql', finds: [{ at: '', message: '\\i is a command of psql, not SQL' }] },
    {
      name: 'rows for psql',
      sql: `copy shelf.imports from stdin;
1	x
\\.`,
      finds: [{ at: '', message: 'COPY … FROM stdin needs psql, which sends the rows below it' }],
    },
    {
      name: 'a placeholder that stands for a whole clause',
      sql: 'alter table shelf.books :CHANGE;',
      finds: [{ at: '', message: 'Syntax error at or near ":", as long as :CHANGE has no value', severity: 'warning' }],
    },
  ],
  silent: [
    { name: 'a placeholder as a name and as a value', sql: 'alter table :SCHEMA.books alter column title set default :TITLE;' },
    {
      name: 'nothing but comments',
      sql: `-- Write the next revision here.
`,
    },
  ],
};
