select
  migration.hash,
  migration.previous_hash,
  migration.filename,
  migration.date as applied_at,
  known.name,
  known.message,
  known.duration_ms,
  known.applied_by,
  known.revert_kind,
  known.revert_hash,
  known.revert_body,
  known.revert_transactional,
  known.revert_reason
from graphile_migrate.migrations as migration
left join godwit.revision as known on known.hash operator(pg_catalog.=) migration.hash
