-- The last run of each backfill.
select distinct on (name) id from godwit.backfill_run order by name, id desc
