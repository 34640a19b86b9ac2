/* Jobs in a status, oldest first: what a worker looks at. Uses ix_jobs_status_created_at. */
/* @name JobsInStatus */
select j.id, j.kind, j.progress, j.attempts, j.error_message, j.created_at, u.username, d.name as "deck?"
from anki.jobs j
join anki.users u on u.id = j.user_id
left join anki.decks d on d.id = j.deck_id
where j.status = :status!
order by j.created_at, j.id
limit :limit!;
