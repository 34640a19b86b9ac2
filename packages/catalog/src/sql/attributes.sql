-- Attributes of composite types.
select
  'attribute' as kind,
  array[n.nspname, c.relname, a.attname]::text[] as path,
  null as signature,
  format('pg_class/%s/%s', c.oid, a.attnum) as key,
  array[format('pg_type/%s/0', c.reltype)] as within,
  null as owner,
  jsonb_build_object(
    'type', format_type(a.atttypid, a.atttypmod),
    'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end
  ) as properties
from pg_attribute a
join pg_class c on c.oid = a.attrelid and c.relkind = 'c'
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
where a.attnum > 0
  and not a.attisdropped
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = c.reltype and d.deptype = 'e')
