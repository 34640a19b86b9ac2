-- Nothing that an earlier step or the server's configuration set is left: role, settings, cursors, channels, prepared statements,
-- temporary tables, last sequence values. The advisory locks of the session stay.
reset session authorization;
reset role;
reset all;
close all;
unlisten *;
deallocate all;
discard temp;
discard sequences;
select
  pg_catalog.set_config('search_path', :'search_path', false),
  pg_catalog.set_config('statement_timeout', '0', false),
  pg_catalog.set_config('lock_timeout', '0', false),
  pg_catalog.set_config('idle_in_transaction_session_timeout', '0', false),
  pg_catalog.set_config('default_transaction_isolation', 'read committed', false),
  pg_catalog.set_config('default_transaction_read_only', 'off', false)
