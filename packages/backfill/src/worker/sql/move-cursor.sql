update godwit.backfill_lane
set cursor = coalesce($3, cursor), done = $4, rows_seen = rows_seen + $5, rows_changed = rows_changed + $6, batches = batches + 1,
  owner = null, leased_until = null, changed_at = clock_timestamp()
where run_id = $1 and lane = $2
