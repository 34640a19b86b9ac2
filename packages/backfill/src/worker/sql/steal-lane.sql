-- The lane with most left to do, as far as anybody can tell: the one that has moved least. Whoever is at it is waited for until its batch is committed.
select lane, coalesce(cursor, low) as low, high
from godwit.backfill_lane
where run_id = $1 and not done and leased_until is null
order by rows_seen, lane
limit 1
for update
