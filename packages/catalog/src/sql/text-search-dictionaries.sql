-- Text search dictionaries.
select
  'text search dictionary' as kind,
  array[n.nspname, t.dictname]::text[] as path,
  null as signature,
  format('pg_ts_dict/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.dictowner)::text as owner,
  jsonb_build_object(
    'template', (
      select format('%I.%I', tn.nspname, m.tmplname) from pg_ts_template m join pg_namespace tn on tn.oid = m.tmplnamespace where m.oid = t.dicttemplate
    ),
    'options', t.dictinitoption
  ) as properties
from pg_ts_dict t
join pg_namespace n on n.oid = t.dictnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_ts_dict'::regclass and d.objid = t.oid and d.deptype = 'e')
