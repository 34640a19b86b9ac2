select pg_catalog.pg_try_advisory_lock($1::pg_catalog.int8) as locked
