-- Limits of the server, of this role and of the database $1, and how much of each is used. -1 is no limit.
select
  pg_catalog.current_setting('max_connections')::int4 - pg_catalog.current_setting('superuser_reserved_connections')::int4 as most,
  (select count(*)::int4 from pg_catalog.pg_stat_activity where backend_type = 'client backend') as used,
  case when role.rolsuper then -1 else role.rolconnlimit end as role_limit,
  (select count(*)::int4 from pg_catalog.pg_stat_activity where usesysid = role.oid) as role_used,
  case when role.rolsuper then -1 else coalesce(database.datconnlimit, -1) end as database_limit,
  (select count(*)::int4 from pg_catalog.pg_stat_activity where datid = database.oid) as database_used
from pg_catalog.pg_roles as role
left join pg_catalog.pg_database as database on database.datname = $1
where role.rolname = session_user
