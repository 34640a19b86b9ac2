-- Range types, each with its multirange.
select
  'range type' as kind,
  array[n.nspname, t.typname]::text[] as path,
  null as signature,
  format('pg_type/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.typowner)::text as owner,
  jsonb_build_object(
    'subtype', format_type(r.rngsubtype, null),
    'operatorClass', (select oc.opcname from pg_opclass oc where oc.oid = r.rngsubopc),
    'collation', case when r.rngcollation <> sub.typcollation then r.rngcollation::regcollation::text end,
    'canonical', nullif(r.rngcanonical::text, '-'),
    'subtypeDifference', nullif(r.rngsubdiff::text, '-'),
    'multirange', format_type(r.rngmultitypid, null)
  ) as properties
from pg_range r
join pg_type t on t.oid = r.rngtypid
join pg_type sub on sub.oid = r.rngsubtype
join pg_namespace n on n.oid = t.typnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
