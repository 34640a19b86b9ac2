-- What the triggers on updated_at do. A transaction has one time, now(): a row that is inserted with another one shows whether an update has
-- set it.

--! Check: an update of a user sets updated_at
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash, updated_at)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '', '2000-01-01');
update anki.users set last_login_at = now() where id = '00000000-0000-0000-0000-000000000001';
select now() as expected, updated_at as found from anki.users where id = '00000000-0000-0000-0000-000000000001';

--! Check: an update of a job sets updated_at
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, updated_at)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', '2000-01-01');
update anki.jobs set progress = 50 where id = '00000000-0000-0000-0000-000000000001';
select now() as expected, updated_at as found from anki.jobs where id = '00000000-0000-0000-0000-000000000001';

--! Check: an update of settings sets updated_at
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.settings (id, user_id, updated_at)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2000-01-01');
update anki.settings set theme = 'dark' where id = '00000000-0000-0000-0000-000000000001';
select now() as expected, updated_at as found from anki.settings where id = '00000000-0000-0000-0000-000000000001';

--! Check: an update of a subscription sets updated_at
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end, updated_at)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01', '2000-01-01');
update anki.subscriptions set cancelled_at = now() where id = '00000000-0000-0000-0000-000000000001';
select now() as expected, updated_at as found from anki.subscriptions where id = '00000000-0000-0000-0000-000000000001';

--! Check: an update cannot choose updated_at itself
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
update anki.users set updated_at = '2000-01-01' where id = '00000000-0000-0000-0000-000000000001';
select now() as expected, updated_at as found from anki.users where id = '00000000-0000-0000-0000-000000000001';

--! Check: a backfill leaves updated_at as it was
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash, updated_at)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '', '2000-01-01');
set local godwit.backfill = 'checked';
update anki.users set last_login_at = now() where id = '00000000-0000-0000-0000-000000000001';
select timestamptz '2000-01-01' as expected, updated_at as found from anki.users where id = '00000000-0000-0000-0000-000000000001';

--! Check: updated_at is in exactly the four tables that have the trigger
--! From: 000004-create-the-anki-schema
select 'jobs, settings, subscriptions, users' as expected, string_agg(relname, ', ' order by relname) as found
from pg_class
join pg_attribute on attrelid = pg_class.oid
where relnamespace = to_regnamespace('anki') and relkind = 'r' and attname = 'updated_at';
