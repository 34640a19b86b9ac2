insert into godwit.event (action, revision_hash, revision_name, outcome, duration_ms, role_name, os_user, host, godwit_version, detail)
values (
  :'action', :'hash', :'name', :'outcome', coalesce(:'duration_ms', extract(epoch from clock_timestamp() - now()) * 1000),
  session_user, :'os_user', :'host', :'godwit_version', :'detail'
)
