-- Who holds the advisory lock of a 64-bit key in this database: its halves are classid and objid, and objsubid is 1.
-- What pg_stat_activity does not show to this role comes out as null.
select
  holder.pid,
  activity.application_name,
  activity.usename as "user",
  pg_catalog.host(activity.client_addr) as address,
  activity.backend_start as "connectedAt",
  activity.state,
  activity.state_change as "stateSince"
from pg_catalog.pg_locks as holder
left join pg_catalog.pg_stat_activity as activity on activity.pid = holder.pid
where holder.locktype = 'advisory'
  and holder.granted
  and holder.objsubid = 1
  and holder.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and (holder.classid::pg_catalog.int8 << 32) | holder.objid::pg_catalog.int8 = $1::pg_catalog.int8
order by holder.pid
limit 1
