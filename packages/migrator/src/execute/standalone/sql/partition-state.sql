select inhdetachpending as pending
from pg_catalog.pg_inherits
where inhparent = pg_catalog.to_regclass($1) and inhrelid = pg_catalog.to_regclass($2)
