-- Domains; their constraints are constraints.
select
  'domain' as kind,
  array[n.nspname, t.typname]::text[] as path,
  null as signature,
  format('pg_type/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.typowner)::text as owner,
  jsonb_build_object(
    'type', format_type(t.typbasetype, t.typtypmod),
    'nullability', case when t.typnotnull then 'not null' else 'null' end,
    'default', t.typdefault,
    'collation', case when t.typcollation <> base.typcollation then t.typcollation::regcollation::text end
  ) as properties
from pg_type t
join pg_type base on base.oid = t.typbasetype
join pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'd'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
