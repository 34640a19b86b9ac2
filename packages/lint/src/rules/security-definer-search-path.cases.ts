import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a function',
      sql: `create or replace function shelf.book_count() returns bigint language sql security definer stable
as $$ select count(*) from shelf.books $$;`,
      finds: [
        {
          at: 'definer',
          message: 'shelf.book_count runs with the rights of its owner and the search_path of its caller',
          safe: [
            `create or replace function shelf.book_count() returns bigint language sql security definer set search_path = '' stable
as $$ select count(*) from shelf.books $$;`,
          ],
        },
      ],
    },
    {
      name: 'one that becomes so',
      sql: 'alter function shelf.touch() security definer;',
      finds: [
        {
          at: 'definer',
          message: 'shelf.touch runs with the rights of its owner and the search_path of its caller',
          safe: ["alter function shelf.touch() security definer set search_path = '';"],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with a search_path',
      sql: "create function shelf.book_count() returns bigint language sql security definer set search_path = '' as $$ select count(*) from shelf.books $$;",
    },
    { name: 'security invoker', sql: 'create function shelf.one() returns int language sql security invoker as $$ select 1 $$;' },
    { name: 'a procedure without it', sql: 'create procedure shelf.nothing() language sql as $$ select 1 $$;' },
  ],
};
