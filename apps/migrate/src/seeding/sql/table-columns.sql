-- Columns of tables named as `schema.table`, with what is needed to copy into them: whether a value is an array or JSON, the place in the
-- primary key (null outside it) and the sequence behind a serial or identity column.
select
  n.nspname || '.' || c.relname as table,
  n.nspname as schema,
  c.relname as name,
  a.attname as column,
  t.typcategory = 'A' as is_array,
  t.typname in ('json', 'jsonb') as is_json,
  array_position(k.conkey, a.attnum) as key_place,
  pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
where n.nspname || '.' || c.relname = any ($1)
  and c.relkind in ('r', 'p')
order by 1, a.attnum
