select lane from godwit.backfill_lane where run_id = $1 and lane = $2 and owner = $3 and not done for update
