-- What a batch may do to others, in one question of some milliseconds. $1: the pids of our own sessions, $2: the table that is walked.
select
  (select extract(epoch from max(replay_lag))::float8 from pg_stat_replication) as replica_lag,
  (
    select count(*)::float8 from (select distinct pid from pg_locks where not granted and not pid = any ($1::int4[])) as waiting
    where pg_blocking_pids(pid) && $1::int4[]
  ) as blocked,
  (select count(distinct pid)::float8 from pg_locks where not granted) as lock_waiters,
  (
    select 100.0 * count(*) / current_setting('max_connections')::float8
    from pg_stat_activity where backend_type = 'client backend' and state = 'active'
  )::float8 as active,
  -- Who has done something of late. Of others' sessions a role without pg_read_all_stats sees neither that they are clients' nor when: they count.
  (
    select count(*)::float8 from pg_stat_activity
    where datid is not null and usesysid is not null and pid <> pg_backend_pid() and not pid = any ($1::int4[]) and application_name not like 'godwit%'
      and (state_change is null or state_change > now() - interval '2 seconds')
  ) as others,
  (select extract(epoch from max(now() - xact_start))::float8 from pg_stat_activity where state <> 'idle' and backend_type = 'client backend') as oldest,
  (select count(*)::float8 from pg_stat_progress_vacuum where relid = $2::regclass) as vacuums,
  pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, '0/0')::float8 as wal,
  pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_all
