-- The end of a run belongs to one worker at a time, until its transaction is over. Not the lock of the run's row: whoever pauses it, and whoever
-- notes its health, must not have to wait for a long step.
select pg_try_advisory_xact_lock($1::int4, $2::int4) as mine
