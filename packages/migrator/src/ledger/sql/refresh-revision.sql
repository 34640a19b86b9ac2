-- Who applied it and how long it took is not known better now.
insert into godwit.revision (
  hash, number, name, ledger_name, message,
  revert_kind, revert_hash, revert_body, revert_transactional, revert_reason
)
values (
  :'hash', :'number', :'name', :'ledger_name', :'message',
  :'revert_kind', :'revert_hash', :'revert_body', :'revert_transactional', :'revert_reason'
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
  revert_reason = excluded.revert_reason
