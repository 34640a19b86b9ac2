-- Tables of which a DELETE takes or changes rows by the foreign keys that lead to it: ON DELETE CASCADE, SET NULL, SET DEFAULT.
with recursive reached as (
  select $1::oid as oid
  union
  select con.conrelid
  from pg_catalog.pg_constraint as con
  join reached on con.confrelid = reached.oid
  where con.contype = 'f' and con.confdeltype in ('c', 'n', 'd')
)
select reached.oid::regclass::text as name
from reached
join pg_catalog.pg_class as class on class.oid = reached.oid
where reached.oid <> $1::oid and not class.relispartition
order by 1
