select index.indexrelid::text as oid, namespace.nspname as schema, class.relname as name, index.indisvalid as valid
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where index.indrelid = pg_catalog.to_regclass($1)
