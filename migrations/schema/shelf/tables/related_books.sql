-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.related_books (
  book_id integer not null references shelf.books (id) on delete cascade,
  related_book_id integer not null references shelf.books (id) on delete cascade,
  primary key (book_id, related_book_id)
);

create index ix_related_books_related_book_id on shelf.related_books (related_book_id);

comment on table shelf.related_books is 'Books that an editor has linked to a book: sequels, editions, companions';
comment on column shelf.related_books.book_id is 'The book whose page shows the link';
comment on column shelf.related_books.related_book_id is 'The book that the link leads to';
