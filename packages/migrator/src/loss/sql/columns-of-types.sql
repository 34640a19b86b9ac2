-- Columns whose type goes: of the type itself, an array of it, a domain over it. $1: oids of types, $2: a schema whose own tables go anyway.
with recursive gone as (
  select type.oid from pg_catalog.pg_type as type where type.oid = any ($1::oid[])
  union
  select type.oid from pg_catalog.pg_type as type join gone on type.typbasetype = gone.oid or type.typelem = gone.oid and type.typlen = -1
)
select class.oid::regclass::text as relation, attribute.attname as column
from pg_catalog.pg_attribute as attribute
join gone on gone.oid = attribute.atttypid
join pg_catalog.pg_class as class on class.oid = attribute.attrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where class.relkind in ('r', 'p')
  and not class.relispartition
  and attribute.attnum > 0
  and not attribute.attisdropped
  and namespace.nspname is distinct from $2
order by 1, 2
