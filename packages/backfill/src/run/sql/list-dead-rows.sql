select key, sqlstate, message, detail, failed_at from godwit.dead_row where run_id = $1 order by failed_at, key limit $2
