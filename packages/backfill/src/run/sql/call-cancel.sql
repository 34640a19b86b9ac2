select godwit.backfill_cancel($1, $2)
