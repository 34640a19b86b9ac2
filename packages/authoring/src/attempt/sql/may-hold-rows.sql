-- Whether one of the relations of these names may hold rows: in itself, or in its partitions and heirs.
select exists (
  select from pg_catalog.pg_class as class
  join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
  where class.relname = any ($1)
    and namespace.nspname not in ('godwit', 'graphile_migrate', 'pgboss')
    and (
      class.relkind in ('p', 'f')
      or class.relhassubclass
      or class.relkind = 'r' and pg_catalog.pg_relation_size(class.oid) > 0
    )
) as may
