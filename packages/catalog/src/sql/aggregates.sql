-- Aggregates.
select
  'aggregate' as kind,
  array[n.nspname, p.proname]::text[] as path,
  format('(%s)', oidvectortypes(p.proargtypes)) as signature,
  format('pg_proc/%s/0', p.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(p.proowner)::text as owner,
  jsonb_build_object(
    'arguments', pg_get_function_arguments(p.oid),
    'returns', pg_get_function_result(p.oid),
    'kind', case a.aggkind when 'o' then 'ordered-set' when 'h' then 'hypothetical-set' else 'normal' end,
    'directArguments', a.aggnumdirectargs,
    'transition', a.aggtransfn::text,
    'final', nullif(a.aggfinalfn::text, '-'),
    'finalExtra', a.aggfinalextra,
    'finalModifies', case a.aggfinalmodify when 'r' then 'read-only' when 's' then 'shareable' else 'read-write' end,
    'combine', nullif(a.aggcombinefn::text, '-'),
    'serialize', nullif(a.aggserialfn::text, '-'),
    'deserialize', nullif(a.aggdeserialfn::text, '-'),
    'stateType', format_type(a.aggtranstype, null),
    'stateSize', a.aggtransspace,
    'initialState', a.agginitval,
    'movingTransition', nullif(a.aggmtransfn::text, '-'),
    'movingInverse', nullif(a.aggminvtransfn::text, '-'),
    'movingFinal', nullif(a.aggmfinalfn::text, '-'),
    'movingFinalExtra', a.aggmfinalextra,
    'movingFinalModifies', case a.aggmfinalmodify when 'r' then 'read-only' when 's' then 'shareable' else 'read-write' end,
    'movingStateType', case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end,
    'movingStateSize', a.aggmtransspace,
    'movingInitialState', a.aggminitval,
    'sortOperator', case when a.aggsortop <> 0 then a.aggsortop::regoperator::text end,
    'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
    'parallel', case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end
  ) as properties
from pg_aggregate a
join pg_proc p on p.oid = a.aggfnoid
join pg_namespace n on n.oid = p.pronamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
