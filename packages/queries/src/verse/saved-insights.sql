/* What a user saved, last first. */
/* @name InsightsOfUser */
select i.id, i.passage_reference, i.passage_text, i.practical_application, ui.created_at as saved_at
from verse.user_insights ui
join verse.saved_insights i on i.id = ui.insight_id
where ui.user_id = :userId!
order by ui.created_at desc, i.id
limit :limit!;
