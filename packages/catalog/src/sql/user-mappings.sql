-- That a role is mapped to a foreign server. The mapping's options are left out: passwords are among them.
select
  'user mapping' as kind,
  array[m.srvname]::text[] as path,
  ' for ' || case m.umuser when 0 then 'PUBLIC' else quote_ident(m.usename) end as signature,
  format('pg_user_mapping/%s/0', m.umid) as key,
  array[format('pg_foreign_server/%s/0', m.srvid)] as within,
  null as owner,
  '{}'::jsonb as properties
from pg_user_mappings m
