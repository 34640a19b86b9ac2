-- v for a view, f for a foreign table. $1: a name as SQL.
select class.relkind::text as kind from pg_catalog.pg_class as class where class.oid = pg_catalog.to_regclass($1)
