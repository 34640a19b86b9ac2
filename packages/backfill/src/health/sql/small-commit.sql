-- Waits for the disk as every commit does, and leaves nothing: a message in the log that nobody reads.
select pg_logical_emit_message(true, 'godwit', '')
