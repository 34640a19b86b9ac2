select godwit.backfill_set($1, $2, $3)
