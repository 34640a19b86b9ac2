-- What the database looked like before stays as it is when it is not given.
insert into godwit.attempt (id, text, digest, undo, undo_source, undo_transactional, head, base, complete, godwit_version)
values (
  :'id', :'text', :'digest', :'undo', :'undo_source', :'undo_transactional', :'head', :'base', :'complete', :'godwit_version'
)
on conflict (one) do update set
  id = excluded.id,
  text = excluded.text,
  digest = excluded.digest,
  undo = excluded.undo,
  undo_source = excluded.undo_source,
  undo_transactional = excluded.undo_transactional,
  head = excluded.head,
  base = coalesce(excluded.base, attempt.base),
  complete = excluded.complete,
  applied_at = excluded.applied_at,
  applied_by = excluded.applied_by,
  godwit_version = excluded.godwit_version
