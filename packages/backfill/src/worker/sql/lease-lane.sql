update godwit.backfill_lane set owner = $3, leased_until = clock_timestamp() + make_interval(secs => $4::float8 / 1000) where run_id = $1 and lane = $2
