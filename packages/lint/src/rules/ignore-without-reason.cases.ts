import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'no colon',
      sql: `-- godwit:ignore index-not-concurrently
create index genres_name on shelf.genres (name);`,
      finds: [{ at: '-- godwit:ignore index-not-concurrently', message: 'The ignore gives no reason' }],
    },
    {
      name: 'nothing behind the colon',
      sql: 'create index genres_name on shelf.genres (name); -- godwit:ignore index-not-concurrently:',
      finds: [{ at: '-- godwit:ignore index-not-concurrently:', message: 'The ignore gives no reason' }],
    },
  ],
  silent: [
    {
      name: 'with a reason',
      sql: `-- godwit:ignore index-not-concurrently: the table has twelve rows
create index genres_name on shelf.genres (name);`,
    },
    { name: 'in a literal', sql: "comment on table shelf.genres is '-- godwit:ignore add-check';" },
  ],
};
