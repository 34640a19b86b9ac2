-- Whether more rows are written than when the run last swept; true for the first time. What is walked from now on is more than what remained.
with written as (select coalesce(sum(rows_changed), 0)::int8 as rows from godwit.backfill_lane where run_id = $1),
before as (select swept from godwit.backfill_run where id = $1)
update godwit.backfill_run set swept = written.rows, remaining_only = false from written, before
where id = $1
returning before.swept is null or written.rows > before.swept as progress
