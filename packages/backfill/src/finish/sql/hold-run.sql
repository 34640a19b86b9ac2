-- The run, for the one worker that sees to its end; none when it is not at its end after all.
select phase, verified, verify_round, remaining_only
from godwit.backfill_run as run
where id = $1 and state = 'running' and not exists (select from godwit.backfill_lane where run_id = run.id and not done)
