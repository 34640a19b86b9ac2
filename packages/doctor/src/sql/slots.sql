-- What keeps the log from being removed, and how much of it.
select
  slot_name as name,
  slot_type as kind,
  active,
  wal_status as status,
  pg_catalog.pg_size_pretty(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)) as held,
  pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)::int8 as bytes
from pg_catalog.pg_replication_slots
where not pg_catalog.pg_is_in_recovery() and not temporary
order by slot_name
