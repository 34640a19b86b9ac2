-- The process that serves this connection now, and whether it is the embedded server, where one process serves all.
select pg_catalog.pg_backend_pid() as pid, pg_catalog.version() operator(pg_catalog.~~) '%Emscripten%' as embedded
