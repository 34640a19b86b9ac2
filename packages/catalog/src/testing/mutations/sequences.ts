import type { Mutation } from './mutation.ts';

export const sequences: readonly Mutation[] = [
  {
    name: 'the increment of a sequence',
    sql: 'alter sequence shelf.ticket increment by 7',
    expected: ['sequence shelf.ticket: increment 5 → 7'],
  },
  { name: 'a sequence does not cycle', sql: 'alter sequence shelf.ticket no cycle', expected: ['sequence shelf.ticket: cycle yes → no'] },
  {
    name: 'the owner column of a sequence',
    sql: 'alter sequence shelf.books_id_seq owned by none',
    expected: ['sequence shelf.books_id_seq: owned by shelf.books.id → none'],
  },
  { name: 'statistics are dropped', sql: 'drop statistics shelf.books_expr', expected: ['statistics shelf.books_expr is missing'] },
  {
    name: 'statistics of other columns',
    sql: "drop statistics shelf.books_stats; create statistics shelf.books_stats (ndistinct, dependencies) on status, author_id from shelf.books; alter statistics shelf.books_stats set statistics 200; comment on statistics shelf.books_stats is 'Correlated'",
    expected: ['statistics shelf.books_stats: columns author_id, pages, status → author_id, status'],
  },
  {
    name: 'the target of statistics',
    sql: 'alter statistics shelf.books_stats set statistics 300',
    expected: ['statistics shelf.books_stats: target 200 → 300'],
  },
  {
    name: 'the type of a sequence',
    sql: 'alter sequence shelf.ticket as bigint',
    expected: ['sequence shelf.ticket: data type integer → bigint'],
  },
  {
    name: 'a sequence becomes permanent',
    sql: 'alter sequence shelf.fleeting set logged',
    expected: ['sequence shelf.fleeting: persistence unlogged → permanent'],
  },
];
