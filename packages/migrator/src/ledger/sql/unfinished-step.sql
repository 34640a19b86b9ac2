-- Where the backend's start is hidden from this role, a backend of the same number counts as the same. On the embedded server all
-- connections have one number: whoever reads this has it, so nobody else is at it.
select
  journal.hash,
  journal.previous_hash,
  journal.name,
  journal.direction,
  journal.statement,
  journal.started_at,
  journal.backend_pid,
  journal.backend_start,
  journal.detail,
  journal.backend_pid operator(pg_catalog.<>) pg_catalog.pg_backend_pid() and exists (
    select from pg_catalog.pg_stat_activity as activity
    where activity.pid operator(pg_catalog.=) journal.backend_pid
      and coalesce(activity.backend_start operator(pg_catalog.=) journal.backend_start, true)
  ) as running
from godwit.journal
