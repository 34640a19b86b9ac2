-- Views and materialized views.
select
  case c.relkind when 'm' then 'materialized view' else 'view' end as kind,
  array[n.nspname, c.relname]::text[] as path,
  null as signature,
  format('pg_class/%s/0', c.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(c.relowner)::text as owner,
  jsonb_build_object(
    'definition', rtrim(btrim(pg_get_viewdef(c.oid), E' \n'), ';'),
    'options', array(select o from unnest(c.reloptions) o order by o collate "C"),
    'columns', array(
      select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
    )
  ) || case when c.relkind = 'm' then jsonb_build_object(
    'populated', c.relispopulated,
    'accessMethod', (select am.amname from pg_am am where am.oid = c.relam and am.amname <> 'heap'),
    'tablespace', (select t.spcname from pg_tablespace t where t.oid = c.reltablespace)
  ) else '{}' end as properties
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm')
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
