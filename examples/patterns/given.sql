-- What stands before each of the patterns: a library.
create schema library;

create table library.authors (
  id bigint generated always as identity primary key,
  name text not null
);

create table library.books (
  id bigint generated always as identity primary key,
  title text not null,
  author_id bigint,
  pages integer not null,
  summary text,
  updated_at timestamptz not null default now()
);

comment on table library.books is 'Books that can be borrowed';
comment on column library.books.summary is 'What it is about';

insert into library.authors (name) values ('Selma Lagerlöf'), ('Stanisław Lem');

insert into library.books (title, author_id, pages, summary)
values ('Nils Holgersson', 1, 688, 'A boy flies with wild geese'), ('Solaris', 2, 204, null);
