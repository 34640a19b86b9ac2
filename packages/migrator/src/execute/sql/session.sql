-- The embedded server is PostgreSQL compiled to WebAssembly, with one backend.
select
  pg_backend_pid() as pid,
  (select backend_start::text from pg_catalog.pg_stat_activity where pid = pg_backend_pid()) as backend_start,
  current_setting('server_version_num')::integer as server_version,
  pg_catalog.version() like '%Emscripten%' as single_backend
