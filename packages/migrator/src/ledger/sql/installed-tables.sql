-- Looks in the catalog, which every role may read, so that a missing table is no error. Every name is qualified, here and in what else is
-- read before a step begins: the role's search path may put another schema before pg_catalog.
select namespace.nspname as schema, class.relname as name
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid operator(pg_catalog.=) class.relnamespace
where namespace.nspname operator(pg_catalog.=) any (array['graphile_migrate', 'godwit'])
  and class.relname operator(pg_catalog.=) any (array['migrations', 'current', 'meta', 'attempt'])
