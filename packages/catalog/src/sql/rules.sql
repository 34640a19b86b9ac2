-- Rewrite rules, without the one that is a view's definition.
select
  'rule' as kind,
  array[n.nspname, c.relname, r.rulename]::text[] as path,
  null as signature,
  format('pg_rewrite/%s/0', r.oid) as key,
  array[format('pg_class/%s/0', c.oid)] as within,
  null as owner,
  jsonb_build_object(
    'definition', pg_get_ruledef(r.oid),
    'enabled', case r.ev_enabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'replica only' else 'always' end
  ) as properties
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join pg_namespace n on n.oid = c.relnamespace
where r.rulename <> '_RETURN'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
