select count(*)::int4 as dead from godwit.dead_row where run_id = $1
