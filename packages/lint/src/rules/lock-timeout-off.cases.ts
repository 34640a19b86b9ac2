import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a zero',
      sql: 'set lock_timeout = 0;',
      finds: [{ at: 'set lock_timeout = 0', message: 'The limit for lock waits is taken away', safe: ["set local lock_timeout = '5s';"] }],
    },
    {
      name: 'local, with a unit',
      sql: "set local lock_timeout to '0s';",
      finds: [
        {
          at: "set local lock_timeout to '0s'",
          message: 'The limit for lock waits is taken away',
          safe: ["set local lock_timeout = '5s';"],
        },
      ],
    },
    {
      name: 'back to the default',
      sql: 'reset lock_timeout;',
      finds: [
        {
          at: 'reset lock_timeout',
          message: "The limit for lock waits is reset to the server's, which is none unless somebody has set it",
          safe: ["set local lock_timeout = '5s';"],
        },
      ],
    },
    {
      name: 'to the default',
      sql: 'set lock_timeout to default;',
      finds: [
        {
          at: 'set lock_timeout to default',
          message: "The limit for lock waits is reset to the server's, which is none unless somebody has set it",
          safe: ["set local lock_timeout = '5s';"],
        },
      ],
    },
    {
      name: 'by a function',
      sql: "select set_config('lock_timeout', '0', true);",
      finds: [
        {
          at: "select set_config('lock_timeout', '0', true)",
          message: 'The limit for lock waits is taken away',
          safe: ["set local lock_timeout = '5s';"],
        },
      ],
    },
  ],
  silent: [
    { name: 'another limit', sql: "set local lock_timeout = '10s';" },
    { name: 'as a number of milliseconds', sql: 'set lock_timeout = 500;' },
    { name: 'another setting', sql: 'set local statement_timeout = 0;' },
    {
      name: 'alone, outside a transaction',
      sql: `--! no-transaction
set lock_timeout = 0;`,
    },
  ],
};
