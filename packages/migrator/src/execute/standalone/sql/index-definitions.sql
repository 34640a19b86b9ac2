-- The indexes of a table, and what each is but for its name and its table's.
select
  index.indexrelid::text as oid,
  namespace.nspname as schema,
  class.relname as name,
  index.indisvalid as valid,
  case when index.indisunique then 'UNIQUE' else '' end || substr(definition.text, strpos(definition.text, ' USING ')) as definition
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
cross join lateral pg_catalog.pg_get_indexdef(index.indexrelid) as definition(text)
where index.indrelid = pg_catalog.to_regclass($1)
