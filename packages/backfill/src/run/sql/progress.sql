select
  run.id, run.name, run.state, run.reason, run.phase, run.estimated_rows, run.health, run.started_at, run.changed_at, run.ended_at, run.verified,
  coalesce(lane.rows_seen, 0)::int8 as rows_seen, coalesce(lane.rows_changed, 0)::int8 as rows_changed, coalesce(lane.batches, 0)::int8 as batches,
  coalesce(lane.lanes, 0)::int4 as lanes, coalesce(lane.lanes_done, 0)::int4 as lanes_done,
  (select count(*)::int4 from godwit.dead_row where run_id = run.id) as dead,
  (
    select count(*)::int4 from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
      and classid::int8 between $2 + 1 and $2 + 1000 and objid::int8 = run.id and objsubid = 2 and granted
  ) as workers
from godwit.backfill_run as run
left join lateral (
  select
    sum(rows_seen) as rows_seen, sum(rows_changed) as rows_changed, sum(batches) as batches, count(*) as lanes, count(*) filter (where done) as lanes_done
  from godwit.backfill_lane where run_id = run.id
) as lane on true
where run.id = any ($1::int8[])
order by run.id
