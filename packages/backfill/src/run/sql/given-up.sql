-- The backfills that whoever serves has given up or refused, and that nobody has looked after since: no batch, no other event.
with last as (
  select distinct on (detail ->> 'backfill')
    id, at, detail ->> 'backfill' as backfill, coalesce((detail ->> 'tries')::int4, 1) as tries, detail ->> 'reason' as reason
  from godwit.event
  where action in ('backfill give up', 'backfill refuse') and detail ->> 'backfill' is not null
  order by detail ->> 'backfill', id desc
)
select backfill, at, tries, reason
from last
where not exists (
    select from godwit.event as later
    where later.id > last.id and later.action like 'backfill %' and later.outcome = 'ok' and later.detail ->> 'backfill' = last.backfill
  )
  and not exists (
    select from godwit.backfill_run as run
    join godwit.backfill_lane as lane on lane.run_id = run.id
    where run.name = last.backfill and lane.changed_at > last.at
  )
order by at
