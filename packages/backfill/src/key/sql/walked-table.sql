-- A table that is walked by key: its columns in the order of a unique index over them whose columns are all not null. Of several indexes the
-- primary key goes first, then the one of the fewest columns. Given $2, only an index over exactly those columns, in that order.
select
  class.relkind in ('r', 'p') as walkable,
  format('%I.%I', namespace.nspname, class.relname) as name,
  (
    select jsonb_agg(jsonb_build_object('name', attribute.attname, 'type', format_type(attribute.atttypid, attribute.atttypmod)) order by place.at)
    from unnest(chosen.columns) with ordinality as place (number, at)
    join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = place.number
  ) as key,
  (select sum(pg_relation_size(leaf.oid)) from unnest(leaves.oids) as leaf (oid))::float8 as bytes,
  (select sum(greatest(part.reltuples, 0)) from pg_class as part where part.oid = any (leaves.oids))::float8 as rows
from pg_class as class
join pg_namespace as namespace on namespace.oid = class.relnamespace
cross join lateral (
  select case class.relkind
    when 'p' then array(select part.relid::oid from pg_partition_tree(class.oid) as part where part.isleaf)
    else array[class.oid]
  end as oids
) as leaves
left join lateral (
  select (index.indkey::int2[])[0 : index.indnkeyatts - 1] as columns
  from pg_index as index
  where index.indrelid = class.oid
    and index.indisunique and index.indisvalid and index.indpred is null and index.indexprs is null
    and not exists (
      select from unnest((index.indkey::int2[])[0 : index.indnkeyatts - 1]) as number
      join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = number
      where not attribute.attnotnull
    )
    and (
      $2::text[] is null
      or $2::text[] = array(
        select attribute.attname::text
        from unnest((index.indkey::int2[])[0 : index.indnkeyatts - 1]) with ordinality as place (number, at)
        join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = place.number
        order by place.at
      )
    )
  order by index.indisprimary desc, index.indnkeyatts, index.indexrelid
  limit 1
) as chosen on true
where class.oid = to_regclass($1)
