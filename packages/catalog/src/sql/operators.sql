-- Operators.
select
  'operator' as kind,
  array[n.nspname, o.oprname]::text[] as path,
  format('(%s, %s)', case o.oprleft when 0 then 'none' else format_type(o.oprleft, null) end, format_type(o.oprright, null)) as signature,
  format('pg_operator/%s/0', o.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(o.oprowner)::text as owner,
  jsonb_build_object(
    'function', nullif(o.oprcode::text, '-'),
    'returns', case when o.oprresult <> 0 then format_type(o.oprresult, null) end,
    'commutator', case when o.oprcom <> 0 then o.oprcom::regoperator::text end,
    'negator', case when o.oprnegate <> 0 then o.oprnegate::regoperator::text end,
    'restrict', nullif(o.oprrest::text, '-'),
    'join', nullif(o.oprjoin::text, '-'),
    'hashes', o.oprcanhash,
    'merges', o.oprcanmerge
  ) as properties
from pg_operator o
join pg_namespace n on n.oid = o.oprnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_operator'::regclass and d.objid = o.oid and d.deptype = 'e')
