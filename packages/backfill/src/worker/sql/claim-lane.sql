-- What a worker needs for its next batch: the run as it stands now, and a lane that nobody is at. The lane that it was at before goes first, so
-- that each has stretches of its own. Its row stays locked until the batch is committed: that lock is the lease.
with run as (
  select state, phase, settings, reason, health, health ->> 'at' as probed_at from godwit.backfill_run where id = $1
), lane as (
  select lane, low, high, cursor
  from godwit.backfill_lane
  where run_id = $1 and not done and exists (select from run where state = 'running' and phase = 'lanes')
    and (leased_until is null or leased_until < clock_timestamp())
  order by lane = $2 desc, lane
  limit 1
  for update skip locked
)
select
  run.state, run.phase, run.settings, run.reason,
  coalesce((run.health ->> 'level')::float8, 0) as level,
  extract(epoch from clock_timestamp() - (run.health ->> 'at')::timestamptz)::float8 as health_age,
  lane.lane, lane.low, lane.high, lane.cursor,
  exists (select from godwit.backfill_lane where run_id = $1 and not done) as lanes_open
from run
left join lane on true
