-- One of several that find it abandoned gets it.
update godwit.journal
set backend_pid = pg_backend_pid(), backend_start = :'own_start'
where backend_pid = :'backend_pid' and backend_start = :'backend_start'
returning true as taken
