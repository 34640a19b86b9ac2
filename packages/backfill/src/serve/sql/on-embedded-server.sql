-- Whether this is the embedded server, where one process serves all.
select pg_catalog.version() operator(pg_catalog.~~) '%Emscripten%' as embedded
