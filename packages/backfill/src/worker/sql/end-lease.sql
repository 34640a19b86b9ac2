update godwit.backfill_lane set owner = null, leased_until = null where run_id = $1 and lane = $2 and owner = $3
