select id, text, undo, undo_source, undo_transactional
from godwit.attempt
