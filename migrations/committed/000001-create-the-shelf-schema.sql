--! Previous: -
--! Hash: sha1:7546033cb4e6db0a138e0308aa3f066f42a5291b
--! Message: Create the shelf schema

create schema shelf;

comment on schema shelf is 'The Shelf: readers, books, shelves and reviews';

create table shelf.users (
  id serial primary key,
  username varchar(50) not null,
  email varchar(255) not null,
  password_hash varchar(255) not null,
  created_at timestamptz not null default now()
);

create unique index ix_users_username on shelf.users (username);
create unique index ix_users_email on shelf.users (email);

comment on table shelf.users is 'Readers with an account';
comment on column shelf.users.id is 'Primary key';
comment on column shelf.users.username is 'Name shown to other readers, unique';
comment on column shelf.users.email is 'Address used to sign in, unique';
comment on column shelf.users.password_hash is 'Salted hash of the password, never the password';
comment on column shelf.users.created_at is 'When the account was opened';

create table shelf.books (
  id serial primary key,
  title varchar(500) not null,
  author varchar(500) not null,
  isbn varchar(13) unique,
  description text,
  cover_url varchar(1000),
  publication_date date,
  author_bio text,
  page_count integer,
  external_rating double precision,
  external_rating_count integer,
  buy_link varchar(1000),
  created_at timestamptz not null default now()
);

create index ix_books_title on shelf.books (title);
create index ix_books_author on shelf.books (author);

comment on table shelf.books is 'Books that readers can put on their shelves';
comment on column shelf.books.id is 'Primary key';
comment on column shelf.books.title is 'Title as printed on the cover';
comment on column shelf.books.author is 'Author or authors, as printed on the cover';
comment on column shelf.books.isbn is 'ISBN-10 or ISBN-13 without hyphens, when the book has one';
comment on column shelf.books.description is 'Blurb shown on the book''s page; text that similar books are found by';
comment on column shelf.books.cover_url is 'Address of the cover image';
comment on column shelf.books.publication_date is 'First publication, as far as it is known';
comment on column shelf.books.author_bio is 'Short biography of the author';
comment on column shelf.books.page_count is 'Number of pages';
comment on column shelf.books.external_rating is 'Average rating at the source that the book was imported from';
comment on column shelf.books.external_rating_count is 'Number of ratings behind external_rating';
comment on column shelf.books.buy_link is 'Where the book can be bought';
comment on column shelf.books.created_at is 'When the book was added to the catalogue';

create table shelf.genres (
  id serial primary key,
  name varchar(100) not null
);

create unique index ix_genres_name on shelf.genres (name);

comment on table shelf.genres is 'Genres that books belong to';
comment on column shelf.genres.id is 'Primary key';
comment on column shelf.genres.name is 'Name of the genre, unique';

create table shelf.book_genres (
  book_id integer not null references shelf.books (id) on delete cascade,
  genre_id integer not null references shelf.genres (id) on delete cascade,
  primary key (book_id, genre_id)
);

create index ix_book_genres_genre_id on shelf.book_genres (genre_id);

comment on table shelf.book_genres is 'Which genres a book belongs to';
comment on column shelf.book_genres.book_id is 'The book';
comment on column shelf.book_genres.genre_id is 'A genre of the book';

create table shelf.user_books (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  status varchar not null,
  rating smallint,
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

create table shelf.reviews (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  review_text text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, book_id)
);

create index ix_reviews_book_id on shelf.reviews (book_id);

comment on table shelf.reviews is 'Written reviews, one for each reader and book';
comment on column shelf.reviews.id is 'Primary key';
comment on column shelf.reviews.user_id is 'Who wrote the review';
comment on column shelf.reviews.book_id is 'The book under review';
comment on column shelf.reviews.review_text is 'The review as written';
comment on column shelf.reviews.created_at is 'When the review was first published';
comment on column shelf.reviews.updated_at is 'When the review was last edited';
