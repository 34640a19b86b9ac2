update godwit.backfill_run set health = $2::jsonb || jsonb_build_object('at', clock_timestamp(), 'looked', clock_timestamp()) where id = $1 returning settings
