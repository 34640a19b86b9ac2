-- The ledger is written as the session's own role, whatever role the step has taken on.
reset session authorization;
reset role;
set local search_path to pg_catalog, pg_temp
