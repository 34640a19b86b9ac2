import type { Mutation } from './mutation.ts';

export const others: readonly Mutation[] = [
  { name: 'a collation is dropped', sql: 'drop collation shelf.by_bytes', expected: ['collation shelf.by_bytes is missing'] },
  {
    name: 'an operator is dropped',
    sql: 'drop operator shelf.=== (int, int)',
    expected: ['operator shelf."==="(integer, integer) is missing'],
  },
  {
    name: 'an operator class is dropped',
    sql: 'drop operator class shelf.odd_ops using btree',
    expected: [
      'operator class shelf.odd_ops using btree is missing',
      'operator family shelf.odd_ops using btree: operator 1 <(integer,integer) is missing',
      'operator family shelf.odd_ops using btree: operator 2 <=(integer,integer) is missing',
      'operator family shelf.odd_ops using btree: operator 3 =(integer,integer) is missing',
      'operator family shelf.odd_ops using btree: operator 4 >=(integer,integer) is missing',
      'operator family shelf.odd_ops using btree: operator 5 >(integer,integer) is missing',
      'operator family shelf.odd_ops using btree: function 1 (integer, integer) btint4cmp(integer,integer) is missing',
    ],
  },
  { name: 'a cast is dropped', sql: 'drop cast (int as shelf.mood)', expected: ['cast (integer as shelf.mood) is missing'] },
  {
    name: 'a text search mapping',
    sql: 'alter text search configuration shelf.plain alter mapping for word with pg_catalog.simple',
    expected: ['text search configuration shelf.plain: mapping of word shelf.simple_dict, simple → simple'],
  },
  {
    name: 'an option of a dictionary',
    sql: 'alter text search dictionary shelf.simple_dict (accept = true)',
    expected: ["text search dictionary shelf.simple_dict: options accept = 'false' → accept = 'true'"],
  },
  { name: 'a foreign server', sql: "alter server far options (set port '2')", expected: ['foreign server far: option port 1 → 2'] },
  {
    name: 'a user mapping is dropped',
    sql: 'drop user mapping for public server far',
    expected: ['user mapping far for PUBLIC is missing'],
  },
  {
    name: 'a publication',
    sql: "alter publication some_books set (publish = 'insert')",
    expected: ['publication some_books: publishes insert, update → insert'],
  },
  {
    name: 'a table of a publication',
    sql: 'alter publication some_books set table shelf.books (id), shelf.codes',
    expected: [
      'publication some_books: table shelf.books (id, title) where (id > 10) is missing',
      'publication some_books: table shelf.books (id) is new',
      'publication some_books: table shelf.codes is new',
    ],
  },
];
