update godwit.backfill_run set state = 'paused', reason = $2, changed_at = clock_timestamp() where id = $1 and state = 'running' returning name
