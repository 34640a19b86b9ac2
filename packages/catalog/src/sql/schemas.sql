-- Schemas, without those that an extension made.
select
  'schema' as kind,
  array[n.nspname]::text[] as path,
  null as signature,
  format('pg_namespace/%s/0', n.oid) as key,
  '{}'::text[] as within,
  pg_get_userbyid(n.nspowner)::text as owner,
  '{}'::jsonb as properties
from pg_namespace n
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
