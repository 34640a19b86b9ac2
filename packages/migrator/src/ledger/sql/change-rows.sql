-- Rows above one that goes in beneath them, in one statement: each names the one before it by a foreign key. When they were applied stays.
update graphile_migrate.migrations as migration
set hash = change.hash, previous_hash = change.previous_hash, filename = change.filename
from pg_catalog.jsonb_to_recordset(:'rows') as change (old_hash text, hash text, previous_hash text, filename text)
where migration.hash = change.old_hash
