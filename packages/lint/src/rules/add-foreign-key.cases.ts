import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'without a name',
      sql: 'alter table shelf.loans add foreign key (book_id) references shelf.books (id) on delete cascade;',
      finds: [
        {
          at: 'foreign key (book_id) references shelf.books (id) on delete cascade',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.books',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan', 'shelf.books SHARE ROW EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.loans add constraint loans_book_id_fkey foreign key (book_id) references shelf.books (id) on delete cascade not valid;',
            'alter table shelf.loans validate constraint loans_book_id_fkey;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_book_id_fkey;
alter table shelf.loans add constraint loans_book_id_fkey foreign key (book_id) references shelf.books (id) on delete cascade not valid;`,
    },
    {
      name: 'with a name',
      sql: `alter table shelf.loans
  add constraint fk_loans_user foreign key (user_id) references shelf.users;`,
      finds: [
        {
          at: 'constraint fk_loans_user foreign key (user_id) references shelf.users',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.users',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan', 'shelf.users SHARE ROW EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans
  add constraint fk_loans_user foreign key (user_id) references shelf.users not valid;`,
            'alter table shelf.loans validate constraint fk_loans_user;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint fk_loans_user;
alter table shelf.loans
  add constraint fk_loans_user foreign key (user_id) references shelf.users not valid;`,
    },
    {
      name: 'two at once, with another subcommand between',
      sql: `alter table shelf.loans
  add foreign key (book_id) references shelf.books,
  add column note text,
  add foreign key (user_id) references shelf.users;`,
      finds: [
        {
          at: 'foreign key (book_id) references shelf.books',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.books',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan', 'shelf.books SHARE ROW EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans
  add constraint loans_book_id_fkey foreign key (book_id) references shelf.books not valid,
  add column note text,
  add constraint loans_user_id_fkey foreign key (user_id) references shelf.users not valid;`,
            `alter table shelf.loans validate constraint loans_book_id_fkey;
alter table shelf.loans validate constraint loans_user_id_fkey;`,
          ],
        },
        {
          at: 'foreign key (user_id) references shelf.users',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.users',
          locks: ['shelf.loans ACCESS EXCLUSIVE, scan', 'shelf.users SHARE ROW EXCLUSIVE, scan'],
          safe: [
            `alter table shelf.loans
  add constraint loans_book_id_fkey foreign key (book_id) references shelf.books not valid,
  add column note text,
  add constraint loans_user_id_fkey foreign key (user_id) references shelf.users not valid;`,
            `alter table shelf.loans validate constraint loans_book_id_fkey;
alter table shelf.loans validate constraint loans_user_id_fkey;`,
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_book_id_fkey;
-- In the next revision: alter table shelf.loans validate constraint loans_user_id_fkey;
alter table shelf.loans
  add constraint loans_book_id_fkey foreign key (book_id) references shelf.books not valid,
  add column note text,
  add constraint loans_user_id_fkey foreign key (user_id) references shelf.users not valid;`,
    },
    {
      name: 'of two columns',
      sql: 'alter table shelf.visits add foreign key (event_id, event_at) references shelf.events (id, happened_at);',
      history: 'create table shelf.visits (event_id bigint, event_at timestamptz);',
      finds: [
        {
          at: 'foreign key (event_id, event_at) references shelf.events (id, happened_at)',
          message: 'The foreign key is checked for every row of shelf.visits while nobody can write to it or to shelf.events',
          locks: ['shelf.visits SHARE ROW EXCLUSIVE, scan', 'shelf.events SHARE ROW EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.visits add constraint visits_event_id_event_at_fkey foreign key (event_id, event_at) references shelf.events (id, happened_at) not valid;',
            'alter table shelf.visits validate constraint visits_event_id_event_at_fkey;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.visits validate constraint visits_event_id_event_at_fkey;
alter table shelf.visits add constraint visits_event_id_event_at_fkey foreign key (event_id, event_at) references shelf.events (id, happened_at) not valid;`,
    },
    {
      name: 'with a column that has a default',
      sql: 'alter table shelf.loans add column genre_id bigint default 1 references shelf.genres (id);',
      finds: [
        {
          at: 'references shelf.genres (id)',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.genres',
          locks: ['shelf.loans ACCESS EXCLUSIVE, catalog', 'shelf.genres SHARE ROW EXCLUSIVE, catalog'],
          safe: [
            `alter table shelf.loans add column genre_id bigint default 1,
  add constraint loans_genre_id_fkey foreign key (genre_id) references shelf.genres (id) not valid;`,
            'alter table shelf.loans validate constraint loans_genre_id_fkey;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_genre_id_fkey;
alter table shelf.loans add column genre_id bigint default 1,
  add constraint loans_genre_id_fkey foreign key (genre_id) references shelf.genres (id) not valid;`,
    },
    {
      name: 'to the table itself',
      sql: 'alter table shelf.loans add constraint loans_first foreign key (book_id) references shelf.loans (id);',
      finds: [
        {
          at: 'constraint loans_first foreign key (book_id) references shelf.loans (id)',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.loans',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.loans add constraint loans_first foreign key (book_id) references shelf.loans (id) not valid;',
            'alter table shelf.loans validate constraint loans_first;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_first;
alter table shelf.loans add constraint loans_first foreign key (book_id) references shelf.loans (id) not valid;`,
    },
    {
      name: 'when the default name is taken',
      sql: 'alter table shelf.loans add foreign key (book_id) references shelf.books (id);',
      history: 'alter table shelf.loans add constraint loans_book_id_fkey check (book_id > 0) not valid;',
      finds: [
        {
          at: 'foreign key (book_id) references shelf.books (id)',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.books',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan', 'shelf.books SHARE ROW EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.loans add constraint loans_book_id_fkey1 foreign key (book_id) references shelf.books (id) not valid;',
            'alter table shelf.loans validate constraint loans_book_id_fkey1;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint loans_book_id_fkey1;
alter table shelf.loans add constraint loans_book_id_fkey1 foreign key (book_id) references shelf.books (id) not valid;`,
    },
    {
      name: 'in a way back',
      sql: 'alter table shelf.loans add constraint fk_loans_user foreign key (user_id) references shelf.users (id);',
      revert: true,
      finds: [
        {
          at: 'constraint fk_loans_user foreign key (user_id) references shelf.users (id)',
          message: 'The foreign key is checked for every row of shelf.loans while nobody can write to it or to shelf.users',
          locks: ['shelf.loans SHARE ROW EXCLUSIVE, scan', 'shelf.users SHARE ROW EXCLUSIVE, scan'],
          safe: [
            'alter table shelf.loans add constraint fk_loans_user foreign key (user_id) references shelf.users (id) not valid;',
            'alter table shelf.loans validate constraint fk_loans_user;',
          ],
        },
      ],
      fixed: `-- In the next revision: alter table shelf.loans validate constraint fk_loans_user;
alter table shelf.loans add constraint fk_loans_user foreign key (user_id) references shelf.users (id) not valid;`,
    },
    {
      name: 'on a partitioned table',
      sql: 'alter table shelf.events add constraint events_user foreign key (id) references shelf.users (id);',
      finds: [
        {
          at: 'constraint events_user foreign key (id) references shelf.users (id)',
          message: 'The foreign key is checked for every row of shelf.events while nobody can write to it or to shelf.users',
          locks: ['shelf.events SHARE ROW EXCLUSIVE, scan', 'shelf.users SHARE ROW EXCLUSIVE, scan'],
        },
      ],
    },
  ],
  silent: [
    { name: 'not valid', sql: 'alter table shelf.loans add foreign key (book_id) references shelf.books (id) not valid;' },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.tags (book_id bigint);
alter table shelf.tags add foreign key (book_id) references shelf.books (id);`,
    },
    { name: 'with a new column, which is null', sql: 'alter table shelf.loans add column genre_id bigint references shelf.genres (id);' },
    { name: 'in CREATE TABLE', sql: 'create table shelf.tags (book_id bigint references shelf.books (id));' },
  ],
};
