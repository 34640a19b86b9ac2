/* @name Verify */
select id, status_old as expected, status as actual
from verse.users
where id between :from! and :to!
  and status_old is not null
  and status is distinct from status_old;
