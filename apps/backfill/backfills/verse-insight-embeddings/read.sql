/* @name Read */
select id, insight.text as "text!", encode(sha256(convert_to(insight.text, 'UTF8')), 'hex') as "source_hash!"
from verse.saved_insights
cross join lateral (
  select concat_ws(E'\n', passage_reference, historical_context, theological_significance, practical_application) as text
) as insight
where id between :from! and :to!
  and embedding is null;
