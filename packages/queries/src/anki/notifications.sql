/* What a user has not read, oldest first. Uses ix_notifications_unread. */
/* @name UnreadNotifications */
select id, kind, title, body, created_at
from anki.notifications
where user_id = :userId! and status = 'unread'
order by created_at, id;
