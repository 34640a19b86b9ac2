-- What the step deferred fails here, under its own settings and before the ledger says that it is done.
set constraints all immediate;
reset session authorization;
reset role;
set local search_path to pg_catalog, pg_temp
