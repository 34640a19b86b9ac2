select godwit.backfill_pause($1, $2)
