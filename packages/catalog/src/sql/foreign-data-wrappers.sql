-- Foreign-data wrappers that no extension made.
select
  'foreign-data wrapper' as kind,
  array[w.fdwname]::text[] as path,
  null as signature,
  format('pg_foreign_data_wrapper/%s/0', w.oid) as key,
  '{}'::text[] as within,
  pg_get_userbyid(w.fdwowner)::text as owner,
  jsonb_build_object(
    'handler', case when w.fdwhandler <> 0 then w.fdwhandler::regproc::text end,
    'validator', case when w.fdwvalidator <> 0 then w.fdwvalidator::regproc::text end,
    'options', array(select o from unnest(w.fdwoptions) o order by o collate "C")
  ) as properties
from pg_foreign_data_wrapper w
where not exists (select from pg_depend d where d.classid = 'pg_foreign_data_wrapper'::regclass and d.objid = w.oid and d.deptype = 'e')
