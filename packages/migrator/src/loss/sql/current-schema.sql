select pg_catalog.current_schema() as schema
