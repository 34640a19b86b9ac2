update godwit.backfill_run set state = 'done', reason = $2, changed_at = clock_timestamp(), ended_at = clock_timestamp() where id = $1
