-- Row security policies.
select
  'policy' as kind,
  array[n.nspname, c.relname, p.polname]::text[] as path,
  null as signature,
  format('pg_policy/%s/0', p.oid) as key,
  array[format('pg_class/%s/0', c.oid)] as within,
  null as owner,
  jsonb_build_object(
    'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    'mode', case when p.polpermissive then 'permissive' else 'restrictive' end,
    'roles', array(
      select case o when 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(o)) end collate "C" from unnest(p.polroles) o order by 1
    ),
    'using', pg_get_expr(p.polqual, p.polrelid),
    'check', pg_get_expr(p.polwithcheck, p.polrelid)
  ) as properties
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
