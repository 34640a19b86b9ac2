-- Sequences; those of identity columns are part of the column.
select
  'sequence' as kind,
  array[n.nspname, c.relname]::text[] as path,
  null as signature,
  format('pg_class/%s/0', c.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)]
    || case when own.objid is not null then array[format('pg_class/%s/%s', own.refobjid, own.refobjsubid)] else '{}' end as within,
  pg_get_userbyid(c.relowner)::text as owner,
  jsonb_build_object(
    'dataType', format_type(s.seqtypid, null),
    'start', s.seqstart::text,
    'increment', s.seqincrement::text,
    'minimum', s.seqmin::text,
    'maximum', s.seqmax::text,
    'cache', s.seqcache::text,
    'cycle', s.seqcycle,
    'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
    'ownedBy', (
      select format('%s.%I', a.attrelid::regclass, a.attname)
      from pg_attribute a where a.attrelid = own.refobjid and a.attnum = own.refobjsubid
    )
  ) as properties
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_depend own on own.classid = 'pg_class'::regclass and own.objid = c.oid and own.objsubid = 0
  and own.refclassid = 'pg_class'::regclass and own.refobjsubid > 0 and own.deptype in ('a', 'i')
where n.oid = any ($1::oid[])
  and own.deptype is distinct from 'i'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
