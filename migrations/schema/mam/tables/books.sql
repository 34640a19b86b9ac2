-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.books (
  id serial primary key,
  title varchar(512) not null,
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
  updated_at timestamptz,
  book_quality numeric(4, 3) check (book_quality >= 0::numeric and book_quality <= 1::numeric)
);

create index idx_books_metadata_gin on mam.books using gin (metadata);

create index ix_books_series_id on mam.books (series_id);

create index ix_books_status on mam.books (status);

create index ix_books_title on mam.books (title);

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
comment on column mam.books.book_quality is 'How good the recording is for narrator matching, from 0 to 1; null until it is measured';
