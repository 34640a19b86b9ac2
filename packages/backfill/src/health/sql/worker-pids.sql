-- The embedded server's one backend has no pid.
select coalesce(array_agg(distinct pid) filter (where pid is not null), '{}')::int4[] as pids
from pg_locks
where locktype = 'advisory' and classid::int8 between $1::int8 + 1 and $1::int8 + 1000 and objid::int8 = $2 and objsubid = 2 and granted
  and database = (select oid from pg_database where datname = current_database())
