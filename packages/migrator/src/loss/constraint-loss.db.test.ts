import { expect, test } from 'vitest';
import { assessed } from './testing/assessed.ts';

const SETUP = `
  create schema s;
  create domain s.grade as int;
  create table s.authors (id int primary key, name text);
  insert into s.authors values (1, 'Austen'), (2, 'Eliot');
  create table s.books (id int primary key, author int, title text, isbn text, grade s.grade, pages int);
  insert into s.books values (1, 1, 'Emma', '1', 5, 10), (2, 3, 'Ruth', '1', 11, null), (3, null, 'emma', null, null, -1), (4, 2, 'Romola', null, 12, 7);
  alter table s.books add constraint books_pages check (pages > 0) not valid;
  alter table s.books add constraint books_author foreign key (author) references s.authors not valid;
  create table s.empty (a int);
`;

test.each([
  [
    'CHECK',
    'alter table s.books add constraint g check (grade between 1 and 10)',
    ['violating s.books 2 | check g | id = 2: 11; id = 4: 12'],
  ],
  [
    'CHECK without a name',
    "alter table s.books add check (title <> 'Emma')",
    ["violating s.books 1 | check (title <> 'Emma') | id = 1: Emma"],
  ],
  ['UNIQUE', 'alter table s.books add unique (isbn)', ['violating s.books 2 | "isbn" would not be unique | id = 1: 1; id = 2: 1']],
  [
    'UNIQUE NULLS NOT DISTINCT',
    'alter table s.books add unique nulls not distinct (isbn)',
    ['violating s.books 4 | "isbn" would not be unique | id = 1: 1; id = 2: 1; id = 3: null'],
  ],
  [
    'PRIMARY KEY',
    'alter table s.books drop constraint books_pkey, add primary key (author)',
    ['violating s.books 1 | "author" would not be unique | id = 3: null'],
  ],
  [
    'CREATE UNIQUE INDEX',
    'create unique index on s.books (lower(title) desc) where id <> 2',
    ['violating s.books 2 | lower(title) would not be unique'],
  ],
  [
    'FOREIGN KEY',
    'alter table s.books add foreign key (author) references s.authors',
    ['violating s.books 1 | there is no such row in s.authors | id = 2: 3'],
  ],
  [
    'FOREIGN KEY to a column',
    'alter table s.books add foreign key (author) references s.authors (id)',
    ['violating s.books 1 | there is no such row in s.authors | id = 2: 3'],
  ],
  [
    'VALIDATE',
    'alter table s.books validate constraint books_pages, validate constraint books_author',
    ['violating s.books 1 | check books_pages | id = 3: -1', 'violating s.books 1 | there is no such row in s.authors | id = 2: 3'],
  ],
  ['NOT NULL, as a constraint', 'alter table s.books alter column pages set not null', ['refused s.books.pages 1 | null | id = 2: null']],
  [
    'a column that must have a value',
    'alter table s.books add column shelf text not null',
    ['violating s.books 4 | the new column shelf must have a value, and has no default'],
  ],
  [
    'ALTER DOMAIN',
    'alter domain s.grade add constraint g check (value <= 10)',
    ['refused s.books.grade 2 | check g | id = 2: 11; id = 4: 12'],
  ],
  ['ALTER DOMAIN SET NOT NULL', 'alter domain s.grade set not null', ['refused s.books.grade 1 | null | id = 3: null']],
])('%s: the rows that do not satisfy it are counted', async (_, body, expected) => {
  expect(await assessed(SETUP, [body])).toEqual(expected);
});

test.each([
  [
    'rows that satisfy it',
    "alter table s.books add check (title <> 'x'), add unique (title), add foreign key (id) references s.books; create unique index on s.books (id)",
  ],
  [
    'a constraint that is not asked of them',
    'alter table s.books add check (grade < 3) not valid, add foreign key (pages) references s.authors not valid',
  ],
  ['no rows', 'alter table s.empty add column b int not null, add primary key (a)'],
  [
    'a value for each row',
    "alter table s.books add column b int not null default 1, add column c serial not null, add column d int generated always as identity, add column e text not null generated always as ('x') stored",
  ],
  ['rows that the plan changes first', 'update s.books set isbn = id::text where isbn is null; alter table s.books add unique (isbn)'],
  ['a table that the plan makes', 'create table s.new (a int); alter table s.new add column b int not null, add unique (a)'],
  ['a column that the plan makes', 'alter table s.books add column b int; alter table s.books add unique (b), add check (b > 0)'],
])('nothing is said of %s', async (_, body) => {
  expect(await assessed(SETUP, [body])).toEqual([]);
});
