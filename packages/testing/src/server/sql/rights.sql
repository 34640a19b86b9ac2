-- Whether this role may create databases.
select rolcreatedb or rolsuper as may_create
from pg_catalog.pg_roles
where rolname = current_user
