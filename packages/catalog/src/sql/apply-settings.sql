-- Sets settings until the end of the transaction. $1: names, $2: values, of equal length.
select set_config(name, value, true)
from unnest($1::text[], $2::text[]) as setting (name, value)
