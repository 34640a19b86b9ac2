-- Who else owns tables, views and sequences in the schemas of $1, without this role being a member: what a revision may have to alter.
select
  pg_catalog.pg_get_userbyid(class.relowner) as owner,
  count(*)::int4 as objects,
  min(namespace.nspname || '.' || class.relname) as example
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where namespace.nspname = any ($1::text[])
  and class.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  and not pg_catalog.pg_has_role(class.relowner, 'USAGE')
group by class.relowner
order by objects desc
