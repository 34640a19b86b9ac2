select hash, previous_hash, name, direction, statement, started_at, backend_pid, backend_start, detail
from godwit.journal
