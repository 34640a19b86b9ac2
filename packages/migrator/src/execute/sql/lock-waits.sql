-- What a backend waits for right now, a row for each session that holds it; no row when it waits for no lock.
-- pg_locks and pg_blocking_pids are looked at only then: both stop the lock manager for a moment.
select
  wait.since,
  wait.waited_ms,
  blocker.pid,
  activity.application_name,
  activity.usename,
  activity.client_addr,
  activity.state,
  left(activity.query, 200) as query,
  activity.xact_start,
  coalesce(activity.backend_type = 'autovacuum worker', false) as autovacuum
from pg_catalog.pg_stat_activity as mine
cross join lateral (
  select min(waitstart)::text as since, (extract(epoch from clock_timestamp() - min(waitstart)) * 1000)::float8 as waited_ms
  from pg_catalog.pg_locks
  where pg_locks.pid = mine.pid and not granted
) as wait
left join lateral unnest(pg_catalog.pg_blocking_pids(mine.pid)) as blocker(pid) on true
left join pg_catalog.pg_stat_activity as activity on activity.pid = blocker.pid
where mine.pid = $1 and mine.wait_event_type = 'Lock'
