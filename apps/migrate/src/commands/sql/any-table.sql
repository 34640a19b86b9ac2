-- Whether this database has a table of anybody's.
select exists (
  select from pg_catalog.pg_tables where schemaname not in ('pg_catalog', 'information_schema')
) as found
