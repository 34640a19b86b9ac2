-- The databases whose names begin with $1, newest first: a higher oid was created later.
select datname as name
from pg_catalog.pg_database
where pg_catalog.starts_with(datname, $1)
order by oid desc
