import type { Mutation } from './mutation.ts';

export const indexes: readonly Mutation[] = [
  { name: 'an index is dropped', sql: 'drop index shelf.ix_books_title', expected: ['index shelf.ix_books_title is missing'] },
  {
    name: 'an index is renamed',
    sql: 'alter index shelf.ix_books_title rename to ix_books_name',
    expected: ['index shelf.ix_books_name is new', 'index shelf.ix_books_title is missing'],
  },
  {
    name: 'the operator class of an index',
    sql: 'drop index shelf.ix_summary_status; create unique index ix_summary_status on shelf.summary (status text_pattern_ops)',
    expected: ['index shelf.ix_summary_status: keys status text_ops → status text_pattern_ops'],
  },
  {
    name: 'the operator class of a GIN index',
    sql: 'drop index shelf.ix_books_details; create index ix_books_details on shelf.books using gin (details)',
    expected: ['index shelf.ix_books_details: keys details jsonb_path_ops → details jsonb_ops'],
  },
  {
    name: 'the method of an index',
    sql: 'drop index shelf.ix_books_hash; create index ix_books_hash on shelf.books (slug)',
    expected: ['index shelf.ix_books_hash: method hash → btree'],
  },
  {
    name: 'an index becomes unique',
    sql: 'drop index shelf.ix_books_brin; create unique index ix_books_brin on shelf.books using btree (created_at)',
    expected: [
      'index shelf.ix_books_brin: method brin → btree',
      'index shelf.ix_books_brin: unique no → yes',
      'index shelf.ix_books_brin: keys created_at timestamptz_minmax_ops → created_at timestamptz_ops',
      'index shelf.ix_books_brin: option pages_per_range=32 is missing',
    ],
  },
  {
    name: 'the predicate of an index',
    sql: "drop index shelf.ix_books_lower; create index ix_books_lower on shelf.books (lower(title::text) text_pattern_ops desc nulls last, pages nulls first) include (mood) where pages > 11 and status = 'owned'; alter index shelf.ix_books_lower alter column 1 set statistics 300",
    expected: [
      "index shelf.ix_books_lower: predicate ((pages > 10) AND ((status)::text = 'owned'::text)) → ((pages > 11) AND ((status)::text = 'owned'::text))",
    ],
  },
  {
    name: 'the direction of an index key',
    sql: 'drop index shelf.ix_summary_status; create unique index ix_summary_status on shelf.summary (status desc)',
    expected: ['index shelf.ix_summary_status: keys status text_ops → status text_ops desc'],
  },
  {
    name: 'an included column',
    sql: "drop index shelf.ix_books_lower; create index ix_books_lower on shelf.books (lower(title::text) text_pattern_ops desc nulls last, pages nulls first) where pages > 10 and status = 'owned'; alter index shelf.ix_books_lower alter column 1 set statistics 300",
    expected: ['index shelf.ix_books_lower: include mood → none'],
  },
  {
    name: 'the collation of an index key',
    sql: 'drop index shelf.ix_books_collated; create unique index ix_books_collated on shelf.books (title, id) nulls not distinct',
    expected: ['index shelf.ix_books_collated: keys title collate "C" text_ops, id int4_ops → title text_ops, id int4_ops'],
  },
  {
    name: 'an option of an index',
    sql: 'alter index shelf.ix_books_brin set (pages_per_range = 64)',
    expected: ['index shelf.ix_books_brin: option pages_per_range 32 → 64'],
  },
  {
    name: 'nulls of a unique index',
    sql: 'drop index shelf.ix_books_collated; create unique index ix_books_collated on shelf.books (title collate "C", id)',
    expected: ['index shelf.ix_books_collated: nulls not distinct yes → no'],
  },
  {
    name: 'an index is invalid',
    sql: "update pg_index set indisvalid = false where indexrelid = 'shelf.ix_books_title'::regclass",
    expected: ['index shelf.ix_books_title is INVALID'],
  },
  {
    name: 'an index is not ready',
    sql: "update pg_index set indisready = false where indexrelid = 'shelf.ix_books_title'::regclass",
    expected: ['index shelf.ix_books_title is not ready for writes'],
  },
  {
    name: 'another index to cluster on',
    sql: 'alter table shelf.books cluster on ix_books_collated',
    expected: [
      'index shelf.ix_books_collated is the index to cluster on (was not)',
      'index shelf.ix_books_title is no longer the index to cluster on',
    ],
  },
  {
    name: 'statistics of an index expression',
    sql: 'alter index shelf.ix_books_lower alter column 1 set statistics 100',
    expected: ['index shelf.ix_books_lower: statistics 300 of key 1 → 100 of key 1'],
  },
  {
    name: 'an index of a partitioned table is dropped',
    sql: 'drop index shelf.ix_events_note',
    expected: ['index shelf.ix_events_note is missing (likewise 3 below it)'],
  },
  {
    name: 'an index on one partition',
    sql: 'create index ix_only on shelf.events_2024 (book_id)',
    expected: ['index shelf.ix_only is new'],
  },
  {
    name: 'an invalid index of a partitioned table',
    sql: 'create index ix_events_at on only shelf.events (at)',
    expected: ['index shelf.ix_events_at is new'],
  },
  {
    name: 'a unique constraint with another option',
    sql: 'alter index shelf.books_title_isbn_key set (fillfactor = 90)',
    expected: ['index shelf.books_title_isbn_key: option fillfactor 80 → 90'],
  },
];
