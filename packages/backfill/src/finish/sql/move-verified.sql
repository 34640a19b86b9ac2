update godwit.backfill_run set verified = $2, verify_round = 1 where id = $1
