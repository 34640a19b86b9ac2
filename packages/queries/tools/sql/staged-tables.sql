-- The temporary tables of this session, each as a part of a WITH that has its name and columns and no rows.
select
  format(
    '%I as (select %s where false)',
    c.relname,
    string_agg(format('null::%s as %I', format_type(a.atttypid, a.atttypmod), a.attname), ', ' order by a.attnum)
  ) as part
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = pg_my_temp_schema()
  and c.relkind = 'r'
group by c.oid, c.relname
order by c.relname collate "C"
