/* A status of more than 50 characters does not fit: that row is dead, and somebody has to say what it should be. */
/* @name Work */
update verse.users
set status = status_old
where id between :from! and :to!
  and status_old is not null
  and status is distinct from status_old;
