--! Reverts: sha1:8ddf7e2dd7f982860704fba0cda58156c218f8d0
--! Hash: sha1:b08933df5cbe8572a8a38996726e815576f6cb90

alter table mam.series
  drop constraint series_completion_pct_check,
  drop constraint series_completion_status_check,
  add constraint series_completion_pct_check check (completion_pct between 0 and 100) not valid,
  add constraint series_completion_status_check check (completion_status in ('unknown', 'partial', 'complete')) not valid;
