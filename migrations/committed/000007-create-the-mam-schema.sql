--! Previous: sha1:f3a18fe56b1f8399af13b0e0a24536a0b4311c5c
--! Hash: sha1:ed75edff640030bf1c888e0a6a3e591128880478
--! Message: Create the mam schema

create schema mam;

comment on schema mam is 'MAMcrawler: a library of audiobooks, its series, and what is still missing';

create table mam.authors (
  id serial primary key,
  name varchar(255) not null,
  sort_name varchar(255),
  goodreads_id varchar(32) unique,
  audible_id varchar(32) unique,
  description text,
  created_at timestamptz not null default now()
);

create index ix_authors_name on mam.authors (name);

comment on table mam.authors is 'Authors of the audiobooks';
comment on column mam.authors.id is 'Primary key';
comment on column mam.authors.name is 'Name as printed on the cover';
comment on column mam.authors.sort_name is 'Name to sort by, family name first';
comment on column mam.authors.goodreads_id is 'Identifier at Goodreads, unique';
comment on column mam.authors.audible_id is 'Identifier at Audible, unique';
comment on column mam.authors.description is 'Short biography';
comment on column mam.authors.created_at is 'When the author was added';

create table mam.series (
  id serial primary key,
  name varchar(255) not null,
  author_id integer references mam.authors (id) on delete set null,
  total_books integer check (total_books > 0),
  created_at timestamptz not null default now(),
  unique nulls not distinct (name, author_id)
);

create index ix_series_author_id on mam.series (author_id);

comment on table mam.series is 'Series that books belong to';
comment on column mam.series.id is 'Primary key';
comment on column mam.series.name is 'Name of the series, unique for the author';
comment on column mam.series.author_id is 'Author of the series; null for a series of several authors';
comment on column mam.series.total_books is 'Number of books in the series; null when it is not known';
comment on column mam.series.created_at is 'When the series was added';

create table mam.books (
  id serial primary key,
  title varchar(255) not null,
  subtitle varchar(512),
  asin varchar(10) unique,
  isbn varchar(13),
  series_id integer references mam.series (id) on delete set null,
  series_position numeric(6, 2),
  duration_minutes integer check (duration_minutes > 0),
  published_year smallint,
  publisher varchar(255),
  description text,
  metadata jsonb not null default '{}',
  status varchar(20) not null default 'wanted' check (status in ('wanted', 'downloading', 'owned', 'missing', 'archived')),
  created_at timestamptz not null default now(),
  updated_at timestamptz
);

create index ix_books_title on mam.books (title);
create index ix_books_series_id on mam.books (series_id);
create index ix_books_status on mam.books (status);
create index idx_books_metadata_gin on mam.books using gin (metadata);

comment on table mam.books is 'Audiobooks, owned or wanted';
comment on column mam.books.id is 'Primary key';
comment on column mam.books.title is 'Title';
comment on column mam.books.subtitle is 'Subtitle';
comment on column mam.books.asin is 'Identifier at Amazon and Audible, unique';
comment on column mam.books.isbn is 'ISBN-10 or ISBN-13 without hyphens';
comment on column mam.books.series_id is 'The series that the book belongs to, if any';
comment on column mam.books.series_position is 'Place in the series; 2.5 stands between the second and the third';
comment on column mam.books.duration_minutes is 'Playing time in minutes';
comment on column mam.books.published_year is 'Year of publication';
comment on column mam.books.publisher is 'Publisher of the recording';
comment on column mam.books.description is 'Blurb';
comment on column mam.books.metadata is 'What the sources say of the book, as they say it';
comment on column mam.books.status is 'wanted, downloading, owned, missing or archived';
comment on column mam.books.created_at is 'When the book was added';
comment on column mam.books.updated_at is 'When the book was last changed; null when it never was';

create table mam.book_authors (
  book_id integer not null references mam.books (id) on delete cascade,
  author_id integer not null references mam.authors (id) on delete cascade,
  position smallint not null default 1,
  primary key (book_id, author_id)
);

create index ix_book_authors_author_id on mam.book_authors (author_id);

comment on table mam.book_authors is 'Who wrote a book';
comment on column mam.book_authors.book_id is 'The book';
comment on column mam.book_authors.author_id is 'An author of the book';
comment on column mam.book_authors.position is 'Place on the cover, from 1';
