-- What ALTER DEFAULT PRIVILEGES says, for objects that will be made.
select
  'default privileges' as kind,
  array_remove(array[pg_get_userbyid(a.defaclrole), n.nspname]::text[], null) as path,
  ' on ' || case a.defaclobjtype
    when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects'
  end as signature,
  format('pg_default_acl/%s/0', a.oid) as key,
  case when n.oid is null then '{}' else array[format('pg_namespace/%s/0', n.oid)] end as within,
  null as owner,
  '{}'::jsonb as properties
from pg_default_acl a
left join pg_namespace n on n.oid = a.defaclnamespace
where a.defaclnamespace = 0 or n.oid = any ($1::oid[])
