-- What a name means now. The estimate adds up partitions and children; -1 is a table that nobody has analyzed yet.
select
  class.oid::text as oid,
  namespace.nspname as schema,
  class.relname as name,
  class.relkind as kind,
  coalesce(
    (
      select sum(tree.reltuples)
      from (
        select class.reltuples where class.relkind = 'r'
        union all
        select leaf.reltuples
        from pg_catalog.pg_partition_tree(class.oid) as part
        join pg_catalog.pg_class as leaf on leaf.oid = part.relid
        where part.isleaf and class.relkind = 'p'
      ) as tree
    ),
    -1
  )::float8 as estimate,
  coalesce(
    (
      select pg_catalog.array_agg(attribute.attname::text order by pg_catalog.array_position(index.indkey::int2[], attribute.attnum))
      from pg_catalog.pg_index as index
      join pg_catalog.pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = any (index.indkey)
      where index.indrelid = class.oid and index.indisprimary
    ),
    '{}'
  ) as key
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where class.oid in (select pg_catalog.to_regclass(wanted) from pg_catalog.unnest($1::text[]) as wanted) and class.relkind in ('r', 'p', 'f')
order by namespace.nspname, class.relname
