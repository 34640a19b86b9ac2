import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'in a transaction',
      sql: 'alter table shelf.events detach partition shelf.events_2024;',
      finds: [
        {
          at: 'detach partition shelf.events_2024',
          message: 'DETACH PARTITION locks all of shelf.events against reads and writes',
          locks: ['shelf.events ACCESS EXCLUSIVE, catalog'],
          safe: [
            `--! no-transaction
alter table shelf.events detach partition shelf.events_2024 concurrently;`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'concurrently',
      sql: `--! no-transaction
alter table shelf.events detach partition shelf.events_2024 concurrently;`,
    },
    { name: 'finalize', sql: 'alter table shelf.events detach partition shelf.events_2024 finalize;' },
    {
      name: 'attach',
      sql: "alter table shelf.events attach partition shelf.events_2026 for values from ('2026-01-01') to ('2027-01-01');",
    },
  ],
};
