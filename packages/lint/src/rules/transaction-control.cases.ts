import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'around a statement',
      sql: `begin;
alter table shelf.books add column pages_read int;
commit;`,
      finds: [
        { at: 'begin', message: 'BEGIN cannot be part of a migration', safe: ['alter table shelf.books add column pages_read int;'] },
        { at: 'commit', message: 'COMMIT cannot be part of a migration', safe: ['alter table shelf.books add column pages_read int;'] },
      ],
    },
    {
      name: 'in a DO block',
      sql: 'do $$ begin commit; end $$;',
      finds: [{ at: 'do $$ begin commit; end $$', message: 'COMMIT inside a DO block cannot run inside a transaction' }],
    },
  ],
  silent: [
    { name: 'begin and end of a function', sql: 'create function shelf.one() returns int language plpgsql as $$ begin return 1; end $$;' },
  ],
};
