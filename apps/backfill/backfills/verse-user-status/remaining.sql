/* @name Remaining */
select id from verse.users where status_old is not null and status is distinct from status_old limit :n!;
