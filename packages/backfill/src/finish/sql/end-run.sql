update godwit.backfill_run set state = 'done', changed_at = clock_timestamp(), ended_at = clock_timestamp() where id = $1
