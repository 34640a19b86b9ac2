-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.user_books (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  status varchar not null,
  rating smallint check (rating >= 1 and rating <= 5),
  date_added timestamptz not null default now(),
  date_started timestamptz,
  date_finished timestamptz,
  unique (user_id, book_id)
);

create index ix_user_books_book_id on shelf.user_books (book_id);

comment on table shelf.user_books is 'A reader''s shelf: one row for each book on it';
comment on column shelf.user_books.id is 'Primary key';
comment on column shelf.user_books.user_id is 'Whose shelf';
comment on column shelf.user_books.book_id is 'The book on it';
comment on column shelf.user_books.status is 'want_to_read, currently_reading, finished or dnf (did not finish)';
comment on column shelf.user_books.rating is 'Star rating from 1 to 5; null when the reader gave none';
comment on column shelf.user_books.date_added is 'When the book was put on the shelf';
comment on column shelf.user_books.date_started is 'When the reader began the book';
comment on column shelf.user_books.date_finished is 'When the reader finished the book';
