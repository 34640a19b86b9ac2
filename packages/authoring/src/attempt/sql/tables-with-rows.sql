-- Tables that may hold rows, with their columns: what code drops without saying so.
select
  class.oid::text as oid,
  namespace.nspname as schema,
  class.relname as name,
  array(
    select attname::text from pg_catalog.pg_attribute
    where attrelid = class.oid and attnum > 0 and not attisdropped order by attnum
  ) as columns
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where class.relkind = 'r'
  and class.oid >= 16384
  and namespace.nspname not in ('godwit', 'graphile_migrate', 'pgboss')
  and pg_catalog.pg_relation_size(class.oid) > 0
