update godwit.backfill_run set phase = $2, verify_round = verify_round + $3 where id = $1
