-- Event triggers.
select
  'event trigger' as kind,
  array[e.evtname]::text[] as path,
  null as signature,
  format('pg_event_trigger/%s/0', e.oid) as key,
  '{}'::text[] as within,
  pg_get_userbyid(e.evtowner)::text as owner,
  jsonb_build_object(
    'event', e.evtevent,
    'function', e.evtfoid::regproc::text,
    'tags', array(select o from unnest(e.evttags) o order by o collate "C"),
    'enabled', case e.evtenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'replica only' else 'always' end
  ) as properties
from pg_event_trigger e
join pg_proc p on p.oid = e.evtfoid
where p.pronamespace = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_event_trigger'::regclass and d.objid = e.oid and d.deptype = 'e')
