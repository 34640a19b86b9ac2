-- Each transaction that changes anything writes to the log, if only that it has committed.
select pg_catalog.pg_current_wal_insert_lsn()::text as lsn
