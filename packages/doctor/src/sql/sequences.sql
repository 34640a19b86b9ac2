-- How far each sequence that counts up is, and where it ends: at its own last value, or at that of the column that it fills.
select
  sequence.schemaname as schema,
  sequence.sequencename as name,
  case
    when attribute.attname is not null then
      json_build_object('schema', namespace.nspname, 'table', class.relname, 'column', attribute.attname, 'type', attribute.atttypid::regtype::text)
  end as owner,
  sequence.last_value as last,
  least(
    sequence.max_value,
    case attribute.atttypid
      when 'int2'::regtype then 32767
      when 'int4'::regtype then 2147483647
      else 9223372036854775807
    end
  )::int8 as limit
from pg_catalog.pg_sequences as sequence
left join pg_catalog.pg_depend as depend
  on depend.classid = 'pg_catalog.pg_class'::regclass
  and depend.objid = pg_catalog.format('%I.%I', sequence.schemaname, sequence.sequencename)::regclass
  and depend.refclassid = 'pg_catalog.pg_class'::regclass
  and depend.deptype in ('a', 'i')
left join pg_catalog.pg_attribute as attribute on attribute.attrelid = depend.refobjid and attribute.attnum = depend.refobjsubid
left join pg_catalog.pg_class as class on class.oid = depend.refobjid
left join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where sequence.last_value is not null and sequence.increment_by > 0 and not sequence.cycle
order by 1, 2
