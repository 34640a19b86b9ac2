select split_part(current_setting('server_version'), ' ', 1) as version,
       version() ~* 'emscripten|emcc|wasm' as embedded,
       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
       format('fsync %s, synchronous_commit %s', current_setting('fsync'), current_setting('synchronous_commit')) as durability
