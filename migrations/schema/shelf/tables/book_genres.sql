-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.book_genres (
  book_id integer not null references shelf.books (id) on delete cascade,
  genre_id integer not null references shelf.genres (id) on delete cascade,
  primary key (book_id, genre_id)
);

create index ix_book_genres_genre_id on shelf.book_genres (genre_id);

comment on table shelf.book_genres is 'Which genres a book belongs to';
comment on column shelf.book_genres.book_id is 'The book';
comment on column shelf.book_genres.genre_id is 'A genre of the book';
