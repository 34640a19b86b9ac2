-- The relations of a database's user, with the file that holds each: another number later means that it was written anew.
select
  class.oid::integer as oid,
  pg_catalog.quote_ident(namespace.nspname) || '.' || pg_catalog.quote_ident(class.relname) as name,
  class.relkind as kind,
  pg_catalog.pg_relation_filenode(class.oid)::integer as filenode
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where namespace.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_migrate', 'godwit', 'pgboss')
  and not pg_catalog.starts_with(namespace.nspname, 'pg_temp_')
  and not pg_catalog.starts_with(namespace.nspname, 'pg_toast_temp_')
order by name
