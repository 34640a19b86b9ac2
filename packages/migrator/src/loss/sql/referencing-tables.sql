-- What TRUNCATE … CASCADE reaches: tables whose foreign keys lead to it, and so on.
with recursive reached as (
  select $1::oid as oid
  union
  select con.conrelid
  from pg_catalog.pg_constraint as con
  join reached on con.confrelid = reached.oid
  where con.contype = 'f'
)
select reached.oid::regclass::text as name
from reached
where reached.oid <> $1::oid
order by 1
