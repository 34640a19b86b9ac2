select
  pid,
  application_name,
  usename,
  client_addr,
  state,
  left(query, 200) as query,
  xact_start,
  false as autovacuum
from pg_catalog.pg_stat_activity
where pid = $1
