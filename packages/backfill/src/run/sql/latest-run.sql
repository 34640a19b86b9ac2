-- The last run of a backfill.
select
  id, name, state, reason, phase, code_hash, table_name, key_columns, estimated_rows, settings, verified, verify_round, health, started_at, started_by,
  changed_at, ended_at
from godwit.backfill_run
where name = $1
order by id desc
limit 1
