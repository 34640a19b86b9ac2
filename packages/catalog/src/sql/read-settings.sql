-- Settings as they are, to be put back: those that change how the server prints definitions, and jit, which would slow down reading.
select name, pg_catalog.current_setting(name) as value
from pg_catalog.unnest($1::pg_catalog.text[]) as name
