-- Where the backend's start is hidden from this role, a backend of the same number counts as the same.
select
  journal.hash,
  journal.previous_hash,
  journal.name,
  journal.direction,
  journal.statement,
  journal.started_at,
  journal.backend_pid,
  journal.backend_start::text as backend_start,
  journal.detail,
  journal.backend_pid = pg_backend_pid() and journal.backend_start = :'backend_start' as own,
  exists (
    select from pg_catalog.pg_stat_activity as activity
    where activity.pid = journal.backend_pid and coalesce(activity.backend_start = journal.backend_start, true)
  ) as alive
from godwit.journal
