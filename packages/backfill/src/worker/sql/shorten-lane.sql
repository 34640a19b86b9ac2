update godwit.backfill_lane set high = $3 where run_id = $1 and lane = $2
