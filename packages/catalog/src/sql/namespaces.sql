-- The schemas that belong to the catalog. $1: names to leave out.
select n.oid::text as oid
from pg_namespace n
where n.nspname <> all ($1::text[])
  and n.nspname <> 'information_schema'
  and n.nspname not like 'pg\_%'
