import { historyOf } from './history-of.ts';

/** Eight revisions that cannot be applied twice; the third and the seventh build indexes outside a transaction. */
export const crashHistory = historyOf([
  { slug: 'log', body: 'create table log (n int not null); insert into log select generate_series(1, 2000)' },
  { slug: 'books', body: 'create table books (id int primary key, title text); insert into log values (-2)' },
  { slug: 'index', body: '--! no-transaction\ncreate index concurrently log_n on log (n)' },
  { slug: 'comment', body: "comment on table books is 'all of them'; insert into log values (-4)" },
  { slug: 'view', body: 'create view titles as select title from books; insert into log values (-5)' },
  { slug: 'drop', body: '--! no-transaction\ndrop index concurrently log_n' },
  { slug: 'unique', body: '--! no-transaction\ncreate unique index concurrently on log (n)' },
  { slug: 'last', body: 'alter table books add year int; insert into log values (-8)' },
]);
