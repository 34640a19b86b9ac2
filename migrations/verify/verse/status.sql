-- While applications that write either are running, status and status_old say the same.

--! Check: what is written to one status is in both
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
insert into verse.users (id, anonymous_id, status, status_old)
values (-1, 'checked-1', 'active', null), (-2, 'checked-2', null, 'active'), (-3, 'checked-3', 'active', 'active'), (-4, 'checked-4', 'active', 'active');
update verse.users set status = 'blocked' where id = -3;
update verse.users set status_old = 'blocked' where id = -4;
select anonymous_id, expected, format('%s, %s', status, status_old) as found
from (
  values
    (-1, 'active, active'),
    (-2, 'active, active'),
    (-3, 'blocked, blocked'),
    (-4, 'blocked, blocked')
) as wanted (id, expected)
left join verse.users using (id);

--! Check: an old status that does not fit leaves the new one empty
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
insert into verse.users (id, anonymous_id, status_old)
values (-1, 'checked-1', repeat('a', 51));
select null as expected, status as found from verse.users where id = -1;

--! Check: a backfill finds the old status as it was
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
set local godwit.backfill = 'checked';
insert into verse.users (id, anonymous_id, status, status_old)
values (-1, 'checked-1', null, 'active');
update verse.users set status = 'blocked' where id = -1;
select 'active' as expected, status_old as found from verse.users where id = -1;

--! Check: a status has 50 characters at most
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Raises: 22001
insert into verse.users (id, anonymous_id, status)
values (-1, 'checked-1', repeat('a', 51));
