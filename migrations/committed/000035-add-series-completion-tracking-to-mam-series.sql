--! Previous: sha1:4c6c8a069b75a080fad8912460917dbe9f049832
--! Hash: sha1:9c563d97c905064ba923dfe9de004f0850ebd24a
--! Message: Add series completion tracking to mam.series

alter table mam.series
  add column owned_books integer not null default 0,
  add column completion_pct numeric(5, 2) not null default 0,
  add column completion_status varchar(20) not null default 'unknown',
  add column checked_at timestamptz;

alter table mam.series
  add constraint series_completion_pct_check check (completion_pct between 0 and 100) not valid,
  add constraint series_completion_status_check check (completion_status in ('unknown', 'partial', 'complete')) not valid;

comment on column mam.series.owned_books is 'Number of books of the series in the library, at the last check';
comment on column mam.series.completion_pct is 'owned_books of total_books, in percent';
comment on column mam.series.completion_status is 'unknown, partial or complete';
comment on column mam.series.checked_at is 'When the series was last checked for gaps; null when it never was';
