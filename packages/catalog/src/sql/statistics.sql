-- Extended statistics. Their columns are a set: the server keeps them by attribute number, which a dropped and added column changes.
select
  'statistics' as kind,
  array[n.nspname, s.stxname]::text[] as path,
  null as signature,
  format('pg_statistic_ext/%s/0', s.oid) as key,
  array[format('pg_class/%s/0', s.stxrelid)] as within,
  pg_get_userbyid(s.stxowner)::text as owner,
  jsonb_build_object(
    'table', s.stxrelid::regclass::text,
    'kinds', array(
      select case k when 'd' then 'ndistinct' when 'f' then 'dependencies' when 'm' then 'mcv' else 'expressions' end collate "C"
      from unnest(s.stxkind) k order by 1
    ),
    'columns', array(
      select a.attname
      from unnest(s.stxkeys) as key (attnum)
      join pg_attribute a on a.attrelid = s.stxrelid and a.attnum = key.attnum
      order by a.attname collate "C"
    ),
    'expressions', coalesce(pg_get_statisticsobjdef_expressions(s.oid), '{}'),
    'target', nullif(s.stxstattarget, -1)
  ) as properties
from pg_statistic_ext s
join pg_namespace n on n.oid = s.stxnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_statistic_ext'::regclass and d.objid = s.oid and d.deptype = 'e')
