-- Columns of a domain. $1: its name as SQL.
select class.oid::regclass::text as relation, attribute.attname as column
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as class on class.oid = attribute.attrelid
where attribute.atttypid = pg_catalog.to_regtype($1)
  and class.relkind in ('r', 'p')
  and not class.relispartition
  and attribute.attnum > 0
  and not attribute.attisdropped
order by 1, 2
