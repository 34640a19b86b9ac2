-- Sets settings until the end of the transaction. $1: names, $2: values, of equal length.
select pg_catalog.set_config(name, value, true)
from rows from (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[])) as setting (name, value)
