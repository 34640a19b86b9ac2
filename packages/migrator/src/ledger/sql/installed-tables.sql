-- Looks in the catalog, which every role may read, so that a missing table is no error.
select namespace.nspname || '.' || class.relname as name
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where (namespace.nspname, class.relname) in (('graphile_migrate', 'migrations'), ('graphile_migrate', 'current'), ('godwit', 'meta'), ('godwit', 'attempt'))
