-- The sequence of an identity column. $1: its table, as SQL; $2: the column.
select pg_catalog.pg_get_serial_sequence($1, $2) as name
