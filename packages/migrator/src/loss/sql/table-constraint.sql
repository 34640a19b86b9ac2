-- A constraint that rows have not been checked for yet. $1: the table's oid, $2: its name.
select
  con.contype::text as type,
  pg_catalog.pg_get_expr(con.conbin, con.conrelid) as expression,
  (
    select coalesce(pg_catalog.array_agg(attribute.attname::text order by place), '{}')
    from pg_catalog.unnest(con.conkey) with ordinality as key(number, place)
    join pg_catalog.pg_attribute as attribute on attribute.attrelid = con.conrelid and attribute.attnum = key.number
  ) as columns,
  con.confrelid::regclass::text as references,
  (
    select coalesce(pg_catalog.array_agg(attribute.attname::text order by place), '{}')
    from pg_catalog.unnest(con.confkey) with ordinality as key(number, place)
    join pg_catalog.pg_attribute as attribute on attribute.attrelid = con.confrelid and attribute.attnum = key.number
  ) as keys
from pg_catalog.pg_constraint as con
where con.conrelid = $1::oid and con.conname = $2 and not con.convalidated
