-- Tables that CASCADE takes because they are of a type that goes. $1: oids of types, $2: a schema whose own tables go anyway.
select class.oid::regclass::text as name
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where class.reloftype = any ($1::oid[]) and namespace.nspname is distinct from $2
order by 1
