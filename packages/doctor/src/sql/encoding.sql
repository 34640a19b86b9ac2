-- How text is stored and ordered in this database.
select
  pg_catalog.pg_encoding_to_char(encoding) as encoding,
  datcollate as collate,
  coalesce(datcollversion <> pg_catalog.pg_database_collation_actual_version(oid), false) as stale_collation
from pg_catalog.pg_database
where datname = pg_catalog.current_database()
