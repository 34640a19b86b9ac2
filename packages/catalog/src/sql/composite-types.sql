-- Composite types made by CREATE TYPE; a table's row type belongs to the table.
select
  'composite type' as kind,
  array[n.nspname, t.typname]::text[] as path,
  null as signature,
  format('pg_type/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.typowner)::text as owner,
  jsonb_build_object(
    'columns', array(
      select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
    )
  ) as properties
from pg_type t
join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
join pg_namespace n on n.oid = t.typnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
