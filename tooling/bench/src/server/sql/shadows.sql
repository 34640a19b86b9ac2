select datname::text as name from pg_catalog.pg_database where pg_catalog.starts_with(datname::text, $1)
