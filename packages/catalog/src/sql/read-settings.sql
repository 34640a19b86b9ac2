-- Settings as they are, to be put back: those that change how the server prints definitions, and jit, which would slow down reading.
select name, current_setting(name) as value
from unnest($1::text[]) as name
