-- Casts that no extension and no range type brought; 16384 is the first object identifier that is not the system's own.
select
  'cast' as kind,
  '{}'::text[] as path,
  format('(%s as %s)', format_type(c.castsource, null), format_type(c.casttarget, null)) as signature,
  format('pg_cast/%s/0', c.oid) as key,
  array[format('pg_type/%s/0', c.castsource), format('pg_type/%s/0', c.casttarget)] as within,
  null as owner,
  jsonb_build_object(
    'method', case c.castmethod when 'f' then c.castfunc::regprocedure::text when 'i' then 'input and output' else 'binary coercible' end,
    'context', case c.castcontext when 'i' then 'implicit' when 'a' then 'assignment' else 'explicit' end
  ) as properties
from pg_cast c
where c.oid >= 16384
  and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
