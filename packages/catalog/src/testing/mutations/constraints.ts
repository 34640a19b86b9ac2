import type { Mutation } from './mutation.ts';

export const constraints: readonly Mutation[] = [
  {
    name: 'a constraint is dropped',
    sql: 'alter table shelf.books drop constraint books_pages_check',
    expected: ['constraint shelf.books.books_pages_check is missing'],
  },
  {
    name: 'a check is changed',
    sql: 'alter table shelf.codes drop constraint codes_n_check; alter table shelf.codes add constraint codes_n_check check (n > 1)',
    expected: ['constraint shelf.codes.codes_n_check: CHECK ((n > 0)) → CHECK ((n > 1))'],
  },
  {
    name: 'a constraint is not validated',
    sql: 'alter table shelf.codes drop constraint codes_n_check; alter table shelf.codes add constraint codes_n_check check (n > 0) not valid',
    expected: ['constraint shelf.codes.codes_n_check is NOT VALID'],
  },
  {
    name: 'a constraint is validated',
    sql: 'alter table shelf.books validate constraint books_price_check',
    expected: ['constraint shelf.books.books_price_check is validated (was NOT VALID)'],
  },
  {
    name: 'a constraint is renamed',
    sql: 'alter table shelf.codes rename constraint codes_pkey to codes_key',
    expected: ['constraint shelf.codes.codes_key is new (with 1 index)', 'constraint shelf.codes.codes_pkey is missing (with 1 index)'],
  },
  {
    name: 'a foreign key loses its cascade',
    sql: 'alter table shelf.books drop constraint books_author_id_fkey; alter table shelf.books add constraint books_author_id_fkey foreign key (author_id) references shelf.authors on delete set null deferrable initially deferred',
    expected: [
      'constraint shelf.books.books_author_id_fkey: FOREIGN KEY (author_id) REFERENCES shelf.authors(id) ON UPDATE CASCADE ON DELETE SET NULL → FOREIGN KEY (author_id) REFERENCES shelf.authors(id) ON DELETE SET NULL',
    ],
  },
  {
    name: 'a foreign key is not deferrable',
    sql: 'alter table shelf.books alter constraint books_author_id_fkey not deferrable',
    expected: [
      'constraint shelf.books.books_author_id_fkey: deferrable yes → no',
      'constraint shelf.books.books_author_id_fkey: initially deferred yes → no',
    ],
  },
  {
    name: 'a foreign key of a partitioned table is dropped',
    sql: 'alter table shelf.events drop constraint events_book_id_fkey',
    expected: ['constraint shelf.events.events_book_id_fkey is missing (likewise 3 below it)'],
  },
  {
    name: 'a check of a parent table is dropped',
    sql: 'alter table shelf.base drop constraint base_a_check',
    expected: ['constraint shelf.base.base_a_check is missing (likewise 1 below it)'],
  },
  {
    name: 'all triggers of a table are disabled',
    sql: 'alter table shelf.points disable trigger all',
    expected: ['constraint shelf.points.points_hash_id_fkey: disabled triggers none → disabled on shelf.points'],
  },
];
