-- Foreign servers.
select
  'foreign server' as kind,
  array[s.srvname]::text[] as path,
  null as signature,
  format('pg_foreign_server/%s/0', s.oid) as key,
  array[format('pg_foreign_data_wrapper/%s/0', s.srvfdw)] as within,
  pg_get_userbyid(s.srvowner)::text as owner,
  jsonb_build_object(
    'wrapper', (select w.fdwname from pg_foreign_data_wrapper w where w.oid = s.srvfdw),
    'type', s.srvtype,
    'version', s.srvversion,
    'options', array(select o from unnest(s.srvoptions) o order by o collate "C")
  ) as properties
from pg_foreign_server s
where not exists (select from pg_depend d where d.classid = 'pg_foreign_server'::regclass and d.objid = s.oid and d.deptype = 'e')
