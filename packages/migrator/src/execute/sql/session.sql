-- From here on names mean PostgreSQL's, whatever search path the role came with, until a step sets its own.
set search_path to pg_catalog, pg_temp;
-- The embedded server is PostgreSQL compiled to WebAssembly, with one backend.
select
  pg_backend_pid() as pid,
  (select backend_start::text from pg_stat_activity where pid = pg_backend_pid()) as backend_start,
  current_setting('server_version_num')::integer as server_version,
  version() like '%Emscripten%' as single_backend
