insert into godwit.revision (
  hash, number, name, ledger_name, message,
  revert_kind, revert_hash, revert_body, revert_transactional, revert_reason,
  applied_by, duration_ms, godwit_version
)
values (
  :'hash', :'number', :'name', :'ledger_name', :'message',
  :'revert_kind', :'revert_hash', :'revert_body', :'revert_transactional', :'revert_reason',
  session_user, coalesce(:'duration_ms', extract(epoch from clock_timestamp() - now()) * 1000), :'godwit_version'
)
on conflict (hash) do update set
  number = excluded.number,
  name = excluded.name,
  ledger_name = excluded.ledger_name,
  message = excluded.message,
  revert_kind = excluded.revert_kind,
  revert_hash = excluded.revert_hash,
  revert_body = excluded.revert_body,
  revert_transactional = excluded.revert_transactional,
  revert_reason = excluded.revert_reason,
  applied_by = excluded.applied_by,
  duration_ms = excluded.duration_ms,
  godwit_version = excluded.godwit_version
