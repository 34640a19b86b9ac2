update godwit.backfill_run set code_hash = $2 where id = $1
