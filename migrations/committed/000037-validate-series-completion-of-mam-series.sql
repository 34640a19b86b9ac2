--! Previous: sha1:d55cee02c41deb148d5dcc783ca3bd9c4edb6c8d
--! Hash: sha1:8ddf7e2dd7f982860704fba0cda58156c218f8d0
--! Message: Validate series completion of mam.series

alter table mam.series validate constraint series_completion_pct_check;
alter table mam.series validate constraint series_completion_status_check;
