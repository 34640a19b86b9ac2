-- Nothing that an earlier step or the server's configuration set is left: role, settings, cursors, channels, temporary
-- tables, last sequence values; prepared statements see to deallocate.sql. The advisory locks of the session stay.
reset session authorization;
reset role;
reset all;
close all;
unlisten *;
discard temp;
discard sequences;
select pg_catalog.set_config('search_path', :'search_path', false);
set statement_timeout to 0;
set lock_timeout to 0;
set idle_in_transaction_session_timeout to 0;
set idle_session_timeout to 0;
set datestyle to iso;
set default_transaction_isolation to 'read committed';
set default_transaction_read_only to off
