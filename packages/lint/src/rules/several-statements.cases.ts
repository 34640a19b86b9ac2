import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'two',
      sql: `--! no-transaction
create index concurrently books_author on shelf.books (author);
comment on index shelf.books_author is $$For the list of authors$$;`,
      finds: [
        {
          at: 'comment on index shelf.books_author is $$For the list of authors$$',
          message: '2 statements, and no transaction around them',
          safe: ['comment on index shelf.books_author is $$For the list of authors$$;'],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'one',
      sql: `--! no-transaction
vacuum shelf.books;`,
    },
    {
      name: 'two in a transaction',
      sql: `select 1;
select 2;`,
    },
  ],
};
