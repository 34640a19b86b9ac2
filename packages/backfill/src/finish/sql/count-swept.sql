-- What the sweep does is counted in a lane of its own, the one of number 0.
insert into godwit.backfill_lane (run_id, lane, done, rows_seen, rows_changed, batches) values ($1, 0, true, 0, $2, 1)
on conflict (run_id, lane) do update set rows_changed = backfill_lane.rows_changed + excluded.rows_changed, batches = backfill_lane.batches + 1,
  changed_at = clock_timestamp()
