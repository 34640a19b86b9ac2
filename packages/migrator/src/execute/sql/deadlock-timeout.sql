select setting::integer as ms from pg_catalog.pg_settings where name = 'deadlock_timeout'
