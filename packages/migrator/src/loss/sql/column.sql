-- A column that holds values of its own: what is generated is computed again.
select
  attribute.attname as name,
  pg_catalog.format_type(attribute.atttypid, null) as base,
  pg_catalog.format_type(attribute.atttypid, attribute.atttypmod) as type,
  attribute.attgenerated <> '' as generated,
  pg_catalog.pg_get_expr(def.adbin, def.adrelid) as "default",
  coalesce((select null_frac from pg_catalog.pg_stats where schemaname = $2 and tablename = $3 and attname = attribute.attname and not inherited), 0)::float8 as null_fraction
from pg_catalog.pg_attribute as attribute
left join pg_catalog.pg_attrdef as def on def.adrelid = attribute.attrelid and def.adnum = attribute.attnum
where attribute.attrelid = $1::oid and attribute.attname = any ($4) and attribute.attnum > 0 and not attribute.attisdropped
order by attribute.attnum
