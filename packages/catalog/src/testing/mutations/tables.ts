import type { Mutation } from './mutation.ts';

export const tables: readonly Mutation[] = [
  {
    name: 'a child table loses its parent',
    sql: 'alter table shelf.child no inherit shelf.base',
    expected: ['table shelf.child: inherits shelf.base → none'],
  },
  {
    name: 'a table becomes unlogged',
    sql: 'alter table shelf.codes set unlogged',
    expected: ['table shelf.codes: persistence permanent → unlogged'],
  },
  {
    name: 'an option of a table',
    sql: 'alter table shelf.books set (fillfactor = 80)',
    expected: ['table shelf.books: option fillfactor 70 → 80'],
  },
  {
    name: 'an option of a toast table',
    sql: 'alter table shelf.books reset (toast.autovacuum_enabled)',
    expected: ['table shelf.books: toast option autovacuum_enabled=false is missing'],
  },
  {
    name: 'the replica identity',
    sql: 'alter table shelf.books replica identity default',
    expected: ['table shelf.books: replica identity full → default'],
  },
  {
    name: 'row security is switched on',
    sql: 'alter table shelf.codes enable row level security',
    expected: ['table shelf.codes: row level security is enabled (was disabled)'],
  },
  {
    name: 'row security is switched off',
    sql: 'alter table shelf.books disable row level security',
    expected: ['table shelf.books: row level security is disabled'],
  },
  {
    name: 'row security is not forced',
    sql: 'alter table shelf.authors no force row level security',
    expected: ['table shelf.authors: row level security is no longer forced for the owner'],
  },
  {
    name: 'a partition is detached',
    sql: 'alter table shelf.events detach partition shelf.events_2024',
    expected: [
      'table shelf.events_2024: partition of shelf.events → none',
      "table shelf.events_2024: partition bound FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') → none (with 1 trigger)",
    ],
  },
  {
    name: 'a partition is attached',
    sql: 'create table shelf.by_hash_1 (id int not null, kind text); alter table shelf.by_hash attach partition shelf.by_hash_1 for values with (modulus 2, remainder 1)',
    expected: ['table shelf.by_hash_1 is new (with 2 columns, 1 constraint, 1 index)'],
  },
  {
    name: 'the bound of a partition',
    sql: "alter table shelf.events detach partition shelf.events_2025; alter table shelf.events attach partition shelf.events_2025 for values from ('2025-01-01') to ('2025-06-01')",
    expected: [
      "table shelf.events_2025: partition bound FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') → FOR VALUES FROM ('2025-01-01') TO ('2025-06-01')",
    ],
  },
  {
    name: 'a table is dropped',
    sql: 'drop table shelf.codes',
    expected: ['table shelf.codes is missing (with 5 columns, 2 constraints, 1 index)'],
  },
  {
    name: 'a partitioned table is dropped',
    sql: 'drop table shelf.by_list',
    expected: ['table shelf.by_list is missing (with 4 columns, 1 table)'],
  },
  {
    name: 'a table is added',
    sql: 'create table shelf.added (id int generated always as identity primary key)',
    expected: ['table shelf.added is new (with 1 column, 1 constraint, 1 index)'],
  },
  {
    name: 'a table is moved',
    sql: 'alter table shelf.codes set schema "Odd Names"',
    expected: [
      'table "Odd Names".codes is new (with 5 columns, 2 constraints, 1 index)',
      'table shelf.codes is missing (with 5 columns, 2 constraints, 1 index)',
    ],
  },
  {
    name: 'a schema is dropped',
    sql: 'drop schema "Odd Names" cascade',
    expected: [
      'schema "Odd Names" is missing (with 2 columns, 1 constraint, 1 index, 1 table)',
      'publication all_shelf: schema Odd Names is missing',
    ],
  },
  {
    name: 'a schema is added',
    sql: 'create schema added; create table added.t (a int)',
    expected: ['schema added is new (with 1 column, 1 table)'],
  },
  {
    name: 'a foreign table',
    sql: "alter foreign table shelf.far_books options (set table_name 'tomes')",
    expected: ['table shelf.far_books: foreign option table_name books → tomes'],
  },
  {
    name: 'the access method of a table',
    sql: 'create access method godwit_heap type table handler heap_tableam_handler; alter table shelf.codes set access method godwit_heap',
    expected: ['table shelf.codes: access method none → godwit_heap'],
  },
];
