-- Who holds the ledger's table against us.
select distinct
  activity.pid,
  activity.application_name,
  activity.usename,
  activity.client_addr,
  activity.state,
  left(activity.query, 200) as query,
  activity.xact_start,
  false as autovacuum
from pg_catalog.pg_locks as lock
join pg_catalog.pg_stat_activity as activity on activity.pid = lock.pid
where lock.locktype = 'relation'
  and lock.database = (select oid from pg_catalog.pg_database where datname = current_database())
  and lock.relation = 'graphile_migrate.migrations'::regclass
  and lock.granted
  and lock.mode <> 'AccessShareLock'
  and lock.pid <> pg_backend_pid()
