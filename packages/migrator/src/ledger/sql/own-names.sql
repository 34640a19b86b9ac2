-- For one message, or the rest of a transaction: names mean PostgreSQL's, whatever search path the role came with.
set local search_path to pg_catalog, pg_temp
