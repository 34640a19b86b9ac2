-- Whether this role may create databases, and whether it may do as the owner of this one does; a database that is not there is anybody's.
select
  rolsuper or rolcreatedb as creates,
  coalesce((select pg_catalog.pg_has_role(current_user, datdba, 'usage') from pg_catalog.pg_database where datname = $1), true) as owns
from pg_catalog.pg_roles
where rolname = current_user
