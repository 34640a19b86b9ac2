-- Tables that have used so many column numbers, with those that are still there.
select
  namespace.nspname as schema,
  class.relname as name,
  max(attribute.attnum)::int4 as used,
  count(*) filter (where not attribute.attisdropped)::int4 as live
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as class on class.oid = attribute.attrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where attribute.attnum > 0 and class.relkind in ('r', 'p')
group by 1, 2
having max(attribute.attnum) >= $1
order by 1, 2
