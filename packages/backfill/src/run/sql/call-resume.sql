select godwit.backfill_resume($1)
