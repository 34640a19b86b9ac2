-- Of each extension in $1: the version in this database, the one that the server has, and whether this role may create it in the database $2. A
-- trusted one may be created by whoever may create a schema.
select
  wanted.name,
  installed.extversion as installed,
  available.default_version as available,
  coalesce(
    role.rolsuper
    or (
      control.trusted
      and coalesce(
        (
          select pg_catalog.has_database_privilege(database.oid, 'CREATE')
          from pg_catalog.pg_database as database
          where database.datname = $2
        ),
        role.rolcreatedb
      )
    )
    or not control.superuser,
    false
  ) as may_create
from unnest($1::text[]) with ordinality as wanted (name, place)
cross join pg_catalog.pg_roles as role
left join pg_catalog.pg_extension as installed on installed.extname = wanted.name
left join pg_catalog.pg_available_extensions as available on available.name = wanted.name
left join pg_catalog.pg_available_extension_versions as control
  on control.name = wanted.name and control.version = available.default_version
where role.rolname = current_user
order by wanted.place
