-- What sessions of this role begin with, whatever this one has set since; times in their unit.
select name, reset_val as value, unit
from pg_catalog.pg_settings
where name = any ($1::text[])
