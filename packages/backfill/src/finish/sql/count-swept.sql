-- What the sweep does is counted in a lane of its own, the one of number 0; its batches are whole sweeps. Its keys are seen a second time, but in a run
-- that has only them.
with swept as (
  select case when remaining_only then $3::int8 else 0 end as seen, $4::int4 as sweeps from godwit.backfill_run where id = $1
)
insert into godwit.backfill_lane (run_id, lane, done, rows_seen, rows_changed, batches) select $1, 0, true, seen, $2, sweeps from swept
on conflict (run_id, lane) do update set rows_seen = backfill_lane.rows_seen + excluded.rows_seen,
  rows_changed = backfill_lane.rows_changed + excluded.rows_changed, batches = backfill_lane.batches + excluded.batches, changed_at = clock_timestamp()
