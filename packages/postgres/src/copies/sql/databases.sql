-- The databases whose names begin with $1 and which this role may drop, newest first: a higher oid was created later.
select datname as name
from pg_catalog.pg_database
where pg_catalog.starts_with(datname, $1)
  and pg_catalog.pg_has_role(datdba, 'USAGE')
order by oid desc
