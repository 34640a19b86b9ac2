-- What this role may do; in the database $1, where there is one.
select
  rolsuper as superuser,
  rolcreatedb as create_database,
  (
    select pg_catalog.has_database_privilege(database.oid, 'CREATE')
    from pg_catalog.pg_database as database
    where database.datname = $1
  ) as create_schemas
from pg_catalog.pg_roles
where rolname = current_user
