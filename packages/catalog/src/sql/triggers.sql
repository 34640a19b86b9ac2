-- Triggers that somebody wrote, and their copies on partitions; not those that guard foreign keys.
select
  'trigger' as kind,
  array[n.nspname, c.relname, g.tgname]::text[] as path,
  null as signature,
  format('pg_trigger/%s/0', g.oid) as key,
  array[format('pg_class/%s/0', g.tgrelid)]
    || case when g.tgparentid <> 0 then array[format('pg_trigger/%s/0', g.tgparentid)] else '{}' end as within,
  null as owner,
  jsonb_build_object(
    'definition', pg_get_triggerdef(g.oid),
    'function', g.tgfoid::regproc::text,
    'enabled', case g.tgenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'replica only' else 'always' end
  ) as properties
from pg_trigger g
join pg_class c on c.oid = g.tgrelid
join pg_namespace n on n.oid = c.relnamespace
where not g.tgisinternal
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
  and not exists (select from pg_depend e where e.classid = 'pg_trigger'::regclass and e.objid = g.oid and e.deptype = 'e')
