-- Held by the session from the first time on: asked again, it is not counted twice.
select
  exists (
    select from pg_locks
    where locktype = 'advisory' and classid::int8 = $1 and objid::int8 = $2 and objsubid = 2 and granted and pid = pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())
  )
  or pg_try_advisory_lock($1::int4, $2::int4) as mine
