-- Operator classes.
select
  'operator class' as kind,
  array[n.nspname, o.opcname]::text[] as path,
  ' using ' || am.amname as signature,
  format('pg_opclass/%s/0', o.oid) as key,
  array[format('pg_namespace/%s/0', n.oid), format('pg_opfamily/%s/0', o.opcfamily)] as within,
  pg_get_userbyid(o.opcowner)::text as owner,
  jsonb_build_object(
    'type', format_type(o.opcintype, null),
    'default', o.opcdefault,
    'family', (
      select format('%I.%I', fn.nspname, f.opfname)
      from pg_opfamily f join pg_namespace fn on fn.oid = f.opfnamespace where f.oid = o.opcfamily
    ),
    'keyType', case when o.opckeytype <> 0 then format_type(o.opckeytype, null) end
  ) as properties
from pg_opclass o
join pg_am am on am.oid = o.opcmethod
join pg_namespace n on n.oid = o.opcnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_opclass'::regclass and d.objid = o.oid and d.deptype = 'e')
