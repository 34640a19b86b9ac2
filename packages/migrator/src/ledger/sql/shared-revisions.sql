-- For a database without the schema godwit.
select hash, previous_hash, filename, date as applied_at
from graphile_migrate.migrations
