-- Functions and procedures, without those that come with a range type. Aggregates have a query of their own.
select
  case p.prokind when 'p' then 'procedure' else 'function' end as kind,
  array[n.nspname, p.proname]::text[] as path,
  format('(%s)', oidvectortypes(p.proargtypes)) as signature,
  format('pg_proc/%s/0', p.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(p.proowner)::text as owner,
  jsonb_build_object(
    'arguments', pg_get_function_arguments(p.oid),
    'returns', pg_get_function_result(p.oid),
    'language', l.lanname,
    'body', coalesce(pg_get_function_sqlbody(p.oid), p.prosrc),
    'library', p.probin,
    'window', p.prokind = 'w',
    'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
    'strict', p.proisstrict,
    'security', case when p.prosecdef then 'definer' else 'invoker' end,
    'leakproof', p.proleakproof,
    'parallel', case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
    'cost', p.procost,
    'rows', p.prorows,
    'support', nullif(p.prosupport::text, '-'),
    'config', array(select o from unnest(p.proconfig) o order by o collate "C"),
    'transforms', array(select format_type(o, null) from unnest(p.protrftypes) o)
  ) as properties
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
where p.prokind <> 'a'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
