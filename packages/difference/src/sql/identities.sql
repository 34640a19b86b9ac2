-- What makes an object the same under any name, for those that can be given another: its identifier in the system catalog, the column's number.
select 'schema' as kind, array[n.nspname]::text[] as path, format('pg_namespace/%s', n.oid) as key
from pg_namespace n
union all
select
  case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'i' then 'index' when 'I' then 'index'
    when 'c' then 'composite type' else 'table' end,
  array[n.nspname, c.relname],
  format('pg_class/%s', c.oid)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind <> 't'
union all
select
  case c.relkind when 'c' then 'attribute' else 'column' end,
  array[n.nspname, c.relname, a.attname],
  format('pg_class/%s/%s', c.oid, a.attnum)
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'f', 'c')
union all
select 'constraint', array[n.nspname, c.relname, k.conname], format('pg_constraint/%s', k.oid)
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where k.contype <> 'n'
union all
select case t.typtype when 'e' then 'enum' when 'd' then 'domain' else 'range type' end, array[n.nspname, t.typname], format('pg_type/%s', t.oid)
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where t.typtype in ('e', 'd', 'r')
union all
select 'label', array[n.nspname, t.typname, e.enumlabel], format('pg_enum/%s', e.oid)
from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
