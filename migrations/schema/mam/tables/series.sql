-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.series (
  id serial primary key,
  name varchar(255) not null,
  author_id integer references mam.authors (id) on delete set null,
  total_books integer check (total_books > 0),
  created_at timestamptz not null default now(),
  owned_books integer not null default 0,
  completion_pct numeric(5, 2) not null default 0 check (completion_pct >= 0::numeric and completion_pct <= 100::numeric),
  completion_status varchar(20) not null default 'unknown' check (completion_status in ('unknown', 'partial', 'complete')),
  checked_at timestamptz,
  unique nulls not distinct (name, author_id)
);

create index ix_series_author_id on mam.series (author_id);

comment on table mam.series is 'Series that books belong to';
comment on column mam.series.id is 'Primary key';
comment on column mam.series.name is 'Name of the series, unique for the author';
comment on column mam.series.author_id is 'Author of the series; null for a series of several authors';
comment on column mam.series.total_books is 'Number of books in the series; null when it is not known';
comment on column mam.series.created_at is 'When the series was added';
comment on column mam.series.owned_books is 'Number of books of the series in the library, at the last check';
comment on column mam.series.completion_pct is 'owned_books of total_books, in percent';
comment on column mam.series.completion_status is 'unknown, partial or complete';
comment on column mam.series.checked_at is 'When the series was last checked for gaps; null when it never was';
