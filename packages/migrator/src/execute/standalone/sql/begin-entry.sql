begin isolation level read committed read write;
reset session authorization;
reset role;
set client_encoding to 'UTF8';
set datestyle to iso;
set local search_path to pg_catalog, pg_temp
