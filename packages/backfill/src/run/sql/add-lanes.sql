-- $2: a JSON array of {low, high}. They are numbered on from the last one.
insert into godwit.backfill_lane (run_id, lane, low, high)
select
  $1,
  (select coalesce(max(lane), 0) from godwit.backfill_lane where run_id = $1) + span.at,
  case when span.value -> 'low' <> 'null' then array(select jsonb_array_elements_text(span.value -> 'low')) end,
  case when span.value -> 'high' <> 'null' then array(select jsonb_array_elements_text(span.value -> 'high')) end
from jsonb_array_elements($2::jsonb) with ordinality as span (value, at)
