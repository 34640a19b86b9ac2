-- The texts and the picture of the database, which may be long, are read when they are needed.
select id, digest, head, undo_source, complete, applied_at, applied_by
from godwit.attempt
