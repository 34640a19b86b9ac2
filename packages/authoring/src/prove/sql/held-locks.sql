-- What this transaction holds on relations: AccessExclusiveLock as ACCESS EXCLUSIVE.
select
  relation::integer as oid,
  pg_catalog.upper(pg_catalog.regexp_replace(pg_catalog.replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\1 \2', 'g')) as mode
from pg_catalog.pg_locks
where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid()
