-- Enum types with their labels in order.
select
  'enum' as kind,
  array[n.nspname, t.typname]::text[] as path,
  null as signature,
  format('pg_type/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.typowner)::text as owner,
  jsonb_build_object(
    'labels', array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
  ) as properties
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'e'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
