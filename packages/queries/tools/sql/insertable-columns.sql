-- Columns that an INSERT may name, of every table outside the server's and Godwit's own schemas, in a stable order.
select
  n.nspname as schema,
  c.relname as table,
  obj_description(c.oid, 'pg_class') as table_comment,
  a.attname as column,
  col_description(c.oid, a.attnum) as column_comment,
  -- The type below domains and arrays, by name and as it is written with its modifiers.
  base.typname as type,
  format_type(a.atttypid, a.atttypmod) as declared_type,
  element.oid is not null as is_array,
  not a.attnotnull as nullable,
  a.atthasdef or a.attidentity <> '' as has_default,
  array(select e.enumlabel::text from pg_enum e where e.enumtypid = base.oid order by e.enumsortorder) as enum_labels
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
join pg_type undomained on undomained.oid = coalesce(element.oid, t.oid)
join pg_type base on base.oid = case when undomained.typtype = 'd' then undomained.typbasetype else undomained.oid end
where c.relkind in ('r', 'p')
  and a.attgenerated = ''
  and a.attidentity <> 'a'
  and n.nspname not in ('information_schema', 'graphile_migrate', 'godwit')
  and n.nspname !~ '^pg_'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by n.nspname collate "C", c.relname collate "C", a.attnum
