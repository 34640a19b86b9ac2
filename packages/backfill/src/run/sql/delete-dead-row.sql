delete from godwit.dead_row where run_id = $1 and key = $2
