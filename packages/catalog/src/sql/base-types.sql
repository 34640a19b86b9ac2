-- Base types and shell types.
select
  'base type' as kind,
  array[n.nspname, t.typname]::text[] as path,
  null as signature,
  format('pg_type/%s/0', t.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(t.typowner)::text as owner,
  jsonb_build_object(
    'defined', t.typisdefined,
    'input', nullif(t.typinput::text, '-'),
    'output', nullif(t.typoutput::text, '-'),
    'receive', nullif(t.typreceive::text, '-'),
    'send', nullif(t.typsend::text, '-'),
    'modifierInput', nullif(t.typmodin::text, '-'),
    'modifierOutput', nullif(t.typmodout::text, '-'),
    'analyze', nullif(t.typanalyze::text, '-'),
    'subscript', nullif(t.typsubscript::text, '-'),
    'length', t.typlen,
    'byValue', t.typbyval,
    'alignment', t.typalign,
    'storage', t.typstorage,
    'category', t.typcategory,
    'preferred', t.typispreferred,
    'delimiter', t.typdelim,
    'default', t.typdefault,
    'element', case when t.typelem <> 0 then format_type(t.typelem, null) end,
    'collatable', t.typcollation <> 0
  ) as properties
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where (t.typtype = 'b' or (t.typtype = 'p' and not t.typisdefined))
  and not exists (select from pg_type element where element.typarray = t.oid)
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
