-- Transactions that are open for longer than $1, prepared ones too. Of sessions that this role may not see only that they are there.
select
  pid,
  usename as role,
  nullif(application_name, '') as application,
  state,
  pg_catalog.date_trunc('second', pg_catalog.now() - xact_start)::text as age,
  null as prepared,
  false as hidden
from pg_catalog.pg_stat_activity
where backend_type = 'client backend'
  and pid <> pg_catalog.pg_backend_pid()
  and xact_start < pg_catalog.now() - $1::interval
union all
select pid, usename, null, null, '', null, true
from pg_catalog.pg_stat_activity
where query = '<insufficient privilege>'
union all
select 0, owner, null, 'prepared', pg_catalog.date_trunc('second', pg_catalog.now() - prepared)::text, gid, false
from pg_catalog.pg_prepared_xacts
where prepared < pg_catalog.now() - $1::interval
order by 5 desc
