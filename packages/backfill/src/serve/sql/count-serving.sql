-- Processes that serve this database.
select count(*)::int4 as serving from pg_locks
where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
  and classid::int8 = $1 and objid = 0 and objsubid = 2 and granted
