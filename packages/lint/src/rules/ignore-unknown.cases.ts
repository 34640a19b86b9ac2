import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a mistyped name',
      sql: `-- godwit:ignore index-not-concurently: the table has twelve rows
create index genres_name on shelf.genres (name);`,
      finds: [
        { at: '-- godwit:ignore index-not-concurently: the table has twelve rows', message: 'There is no rule index-not-concurently' },
      ],
    },
    {
      name: 'no name at all',
      sql: `-- godwit:ignore: because
select 1;`,
      finds: [{ at: '-- godwit:ignore: because', message: 'The ignore names no rule' }],
    },
  ],
  silent: [
    {
      name: 'a rule of squawk',
      sql: `-- godwit:ignore squawk/ban-drop-not-null: x
alter table shelf.books alter column title drop not null;`,
    },
    {
      name: 'a word like it',
      sql: `-- godwit:ignored
select 1;`,
    },
  ],
};
