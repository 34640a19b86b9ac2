-- What REINDEX CONCURRENTLY leaves behind. Those of TOAST tables cannot be dropped by name, and cost little.
select index.indexrelid::text as oid, namespace.nspname as schema, class.relname as name, index.indisvalid as valid
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where not index.indisvalid and class.relname ~ '_cc(new|old)[0-9]*$' and namespace.nspname <> 'pg_toast'
