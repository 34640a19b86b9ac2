import type { Mutation } from './mutation.ts';

export const comments: readonly Mutation[] = [
  {
    name: 'a column comment is lost',
    sql: 'comment on column shelf.books.title is null',
    expected: ["comment on column shelf.books.title is missing: What it's called"],
  },
  {
    name: 'a comment is changed',
    sql: "comment on column shelf.authors.name is E'The name,\\nas known'",
    expected: ['comment on column shelf.authors.name: differs from line 2: as printed → as known'],
  },
  {
    name: 'a table comment is new',
    sql: "comment on table shelf.books is 'Books'",
    expected: ['comment on table shelf.books is new: Books'],
  },
  {
    name: 'the comment of a constraint is lost',
    sql: 'comment on constraint authors_pkey on shelf.authors is null',
    expected: ['comment on constraint shelf.authors.authors_pkey is missing: The key'],
  },
  {
    name: 'the comment of a view column is lost',
    sql: 'comment on column shelf.owned.title is null',
    expected: ["comment on column shelf.owned.title is missing: Same as the book's"],
  },
  { name: 'the comment of a schema', sql: "comment on schema shelf is 'Books'", expected: ['comment on schema shelf: The Shelf → Books'] },
  {
    name: 'the comment of an index',
    sql: 'comment on index shelf.ix_books_title is null',
    expected: ['comment on index shelf.ix_books_title is missing: For looking up'],
  },
  {
    name: 'the comment of a function',
    sql: "comment on function shelf.touch() is 'Clock'",
    expected: ['comment on function shelf.touch(): Keeps updated_at → Clock'],
  },
  {
    name: 'the comment of a trigger',
    sql: 'comment on trigger books_touch on shelf.books is null',
    expected: ['comment on trigger shelf.books.books_touch is missing: Clock'],
  },
];
