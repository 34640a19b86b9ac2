-- Of the schemas in $1 those that are there, with what this role may do in them.
select
  nspname as name,
  pg_catalog.pg_get_userbyid(nspowner) as owner,
  pg_catalog.has_schema_privilege(oid, 'USAGE') as usage,
  pg_catalog.has_schema_privilege(oid, 'CREATE') as create
from pg_catalog.pg_namespace
where nspname = any ($1::text[])
order by nspname
