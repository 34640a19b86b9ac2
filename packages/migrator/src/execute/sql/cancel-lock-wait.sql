-- Only while it still waits: a statement that has just got its lock is left alone.
select pg_catalog.pg_cancel_backend(pid) as cancelled
from pg_catalog.pg_stat_activity
where pid = $1 and wait_event_type = 'Lock'
