-- Foreign keys that point at one of the tables named as `schema.table`, wherever they come from. Those of partitions follow their parent's.
select
  k.conname as name,
  kn.nspname || '.' || kc.relname as from_table,
  kn.nspname as from_schema,
  kc.relname as from_name,
  rn.nspname || '.' || rc.relname as to_table,
  array(
    select a.attname::text
    from unnest(k.conkey) with ordinality as part (attnum, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
    order by part.place
  ) as from_columns,
  array(
    select a.attname::text
    from unnest(k.confkey) with ordinality as part (attnum, place)
    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = part.attnum
    order by part.place
  ) as to_columns
from pg_constraint k
join pg_class kc on kc.oid = k.conrelid
join pg_namespace kn on kn.oid = kc.relnamespace
join pg_class rc on rc.oid = k.confrelid
join pg_namespace rn on rn.oid = rc.relnamespace
where k.contype = 'f'
  and k.conparentid = 0
  and rn.nspname || '.' || rc.relname = any ($1)
order by 2, 1
