-- Databases on this server that can be connected to.
select datname::text as name from pg_database where datallowconn and not datistemplate order by datname
