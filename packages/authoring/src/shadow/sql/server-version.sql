-- Which server this is: what was built by another one is not used.
select pg_catalog.current_setting('server_version') as version
