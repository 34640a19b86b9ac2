-- Ours alone: somebody may have settled it meanwhile.
delete from godwit.journal where backend_pid = pg_backend_pid() and backend_start = :'backend_start' returning true as released
