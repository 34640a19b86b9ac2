-- A table takes 1,600 columns in its life: those that were dropped count.
select
  namespace.nspname as schema,
  class.relname as name,
  max(attribute.attnum)::int4 as used
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as class on class.oid = attribute.attrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where attribute.attnum >= $1 and class.relkind in ('r', 'p')
group by 1, 2
order by 1, 2
