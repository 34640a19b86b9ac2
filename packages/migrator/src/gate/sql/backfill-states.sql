-- The last run of each backfill, and how far it is.
select distinct on (run.name)
  run.name, run.state,
  least(99, floor(100.0 * (select sum(rows_seen) from godwit.backfill_lane as lane where lane.run_id = run.id) / nullif(run.estimated_rows, 0)))::int4 as percent
from godwit.backfill_run as run
order by run.name, run.id desc
