-- Whether one of the workers ($1: their pids) is at a batch, and whether anybody else is at something; whoever this role may not look at counts as if.
select
  coalesce(bool_or(pid = any ($1::int4[]) and state <> 'idle'), false) as beside,
  coalesce(
    bool_or(
      datid is not null and usesysid is not null and pid <> pg_backend_pid() and not pid = any ($1::int4[]) and application_name not like 'godwit%'
      and (state is null or state not like 'idle%')
    ),
    false
  ) as others
from pg_stat_activity
