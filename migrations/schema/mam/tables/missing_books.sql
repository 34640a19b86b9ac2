-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.missing_books (
  id serial primary key,
  series_id integer not null references mam.series (id) on delete cascade,
  series_position numeric(6, 2) not null,
  title varchar(512),
  reported_at timestamptz not null default now(),
  resolved_book_id integer references mam.books (id) on delete set null,
  unique (series_id, series_position)
);

create index ix_missing_books_resolved_book_id on mam.missing_books (resolved_book_id);

comment on table mam.missing_books is 'Gaps in a series: books that exist and are not in the library';
comment on column mam.missing_books.id is 'Primary key';
comment on column mam.missing_books.series_id is 'The series with the gap';
comment on column mam.missing_books.series_position is 'Place of the missing book in the series';
comment on column mam.missing_books.title is 'Title of the missing book, when it is known';
comment on column mam.missing_books.reported_at is 'When the gap was found';
comment on column mam.missing_books.resolved_book_id is 'The book that closed the gap; null while it is open';
