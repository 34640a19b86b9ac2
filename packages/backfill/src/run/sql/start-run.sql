insert into godwit.backfill_run (name, code_hash, table_name, key_columns, estimated_rows, phase, remaining_only)
values ($1, $2, $3, $4, $5, $6, $7)
returning id
