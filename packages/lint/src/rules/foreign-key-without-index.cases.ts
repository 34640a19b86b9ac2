import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'behind a column',
      sql: `create table shelf.notes (
  id bigint primary key,
  book_id bigint not null references shelf.books (id)
);`,
      finds: [
        {
          at: 'references shelf.books (id',
          message: 'No index of shelf.notes begins with book_id, which refers to shelf.books',
          safe: [
            `create table shelf.notes (
  id bigint primary key,
  book_id bigint not null references shelf.books (id)
);
create index notes_book_id_idx on shelf.notes (book_id);`,
          ],
        },
      ],
    },
    {
      name: 'of the table, of two columns',
      sql: `create table shelf.visits (
  event_id bigint,
  event_at timestamptz,
  constraint visits_event foreign key (event_id, event_at) references shelf.events (id, happened_at)
);
create index on shelf.visits (event_id);`,
      finds: [
        {
          at: 'constraint visits_event foreign key (event_id, event_at',
          message: 'No index of shelf.visits begins with event_id, event_at, which refers to shelf.events',
          safe: [
            `create table shelf.visits (
  event_id bigint,
  event_at timestamptz,
  constraint visits_event foreign key (event_id, event_at) references shelf.events (id, happened_at)
);
create index visits_event_id_event_at_idx on shelf.visits (event_id, event_at);`,
          ],
        },
      ],
    },
    {
      name: 'on a table that is in use',
      sql: 'alter table shelf.loans add constraint loans_user foreign key (user_id) references shelf.users (id) not valid;',
      finds: [
        {
          at: 'constraint loans_user foreign key (user_id',
          message: 'No index of shelf.loans begins with user_id, which refers to shelf.users',
          safe: [
            `--! no-transaction
create index concurrently loans_user_id_idx on shelf.loans (user_id);`,
          ],
        },
      ],
    },
    {
      name: 'with an index that has the column behind another',
      sql: `create table shelf.notes (
  kind text,
  book_id bigint references shelf.books (id),
  primary key (kind, book_id)
);`,
      finds: [
        {
          at: 'references shelf.books (id',
          message: 'No index of shelf.notes begins with book_id, which refers to shelf.books',
          safe: [
            `create table shelf.notes (
  kind text,
  book_id bigint references shelf.books (id),
  primary key (kind, book_id)
);
create index notes_book_id_idx on shelf.notes (book_id);`,
          ],
        },
      ],
    },
    {
      name: 'with a partial index',
      sql: `create table shelf.notes (book_id bigint references shelf.books (id), kind text);
create index on shelf.notes (book_id) where kind is null;`,
      finds: [
        {
          at: 'references shelf.books (id',
          message: 'No index of shelf.notes begins with book_id, which refers to shelf.books',
          safe: [
            `create table shelf.notes (book_id bigint references shelf.books (id), kind text);
create index notes_book_id_idx1 on shelf.notes (book_id);`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with an index below',
      sql: `create table shelf.notes (book_id bigint references shelf.books (id));
create index notes_book on shelf.notes (book_id);`,
    },
    {
      name: 'first in a key',
      sql: 'create table shelf.notes (book_id bigint references shelf.books (id), kind text, primary key (book_id, kind));',
    },
    {
      name: 'in another order',
      sql: 'create table shelf.visits (a bigint, b timestamptz, unique (b, a), foreign key (a, b) references shelf.events (id, happened_at));',
    },
    {
      name: 'with an index of an earlier revision',
      sql: 'alter table shelf.loans add constraint loans_user foreign key (user_id) references shelf.users (id) not valid;',
      history: 'create index loans_user_id on shelf.loans (user_id);',
    },
    {
      name: 'on a table that no revision shows',
      sql: 'alter table shelf.elsewhere add foreign key (a) references shelf.books (id) not valid;',
    },
  ],
};
