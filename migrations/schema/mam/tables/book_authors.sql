-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.book_authors (
  book_id integer not null references mam.books (id) on delete cascade,
  author_id integer not null references mam.authors (id) on delete cascade,
  "position" smallint not null default 1,
  primary key (book_id, author_id)
);

create index ix_book_authors_author_id on mam.book_authors (author_id);

comment on table mam.book_authors is 'Who wrote a book';
comment on column mam.book_authors.book_id is 'The book';
comment on column mam.book_authors.author_id is 'An author of the book';
comment on column mam.book_authors."position" is 'Place on the cover, from 1';
