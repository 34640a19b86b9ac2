-- Without fsync the checkpoint that file_copy asks for costs nothing, and it writes no log; with it, wal_log is ahead.
select case pg_catalog.current_setting('fsync') when 'off' then 'file_copy' else 'wal_log' end as strategy
