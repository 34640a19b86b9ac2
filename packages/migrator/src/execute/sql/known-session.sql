-- Nothing that an earlier step or the server's configuration set is left: role, settings, cursors, channels, temporary
-- tables, last sequence values; prepared statements are seen to apart, and the advisory locks of the session stay. Until the
-- step's own search path is set, names mean PostgreSQL's: a role may come with a path that puts another schema before it.
reset session authorization;
reset role;
reset all;
close all;
unlisten *;
discard temp;
discard sequences;
set search_path to pg_catalog, pg_temp;
set statement_timeout to 0;
set lock_timeout to 0;
set idle_in_transaction_session_timeout to 0;
set idle_session_timeout to 0;
set datestyle to iso;
set default_transaction_isolation to 'read committed';
set default_transaction_read_only to off
