-- Whether this is a standby, and of whom when this role may know, and one row for each that streams from here. A state that is null is one that this role may not see.
select
  pg_catalog.pg_is_in_recovery() as standby,
  (select sender_host || ':' || sender_port from pg_catalog.pg_stat_wal_receiver) as primary_server,
  coalesce(nullif(replica.application_name, ''), replica.client_addr::text, replica.pid::text) as name,
  replica.state,
  (extract(epoch from replica.replay_lag) * 1000)::float8 as lag_ms,
  replica.pid is not null and replica.state is null as hidden
from (values (1)) as once
left join pg_catalog.pg_stat_replication as replica on true
