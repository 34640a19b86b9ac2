-- This session stays open and is not at it any more: the next run need not wait for its end.
update godwit.journal set backend_pid = 0 where backend_pid = pg_backend_pid() and backend_start = :'backend_start'
