-- What has been swept so far: none before the first sweep.
select batches::int8 as sweeps, rows_changed::int8 as changed from godwit.backfill_lane where run_id = $1 and lane = 0
