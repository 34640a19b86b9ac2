-- Those that exist now, to tell them from what comes.
select oid::text as oid
from pg_catalog.pg_class
where relkind = 'r' and oid >= 16384
