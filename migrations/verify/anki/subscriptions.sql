-- A user's subscriptions are a history of which one row at most is active.

--! Check: an active subscription follows one that has expired
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'premium', 'trialing', '', 0, '2000-02-01', '2000-02-08'),
  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'premium', 'trialing', '', 0, '2000-02-08', '2000-02-15'),
  ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000001', 'premium', 'active', '', 9.99, '2000-02-15', '2000-03-15');
select 4 as expected, count(*) as found
from anki.subscriptions
where user_id = '00000000-0000-0000-0000-000000000001';

--! Check: a price keeps two decimals
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'active', '', 9.995, '2000-01-01', '2000-02-01');
select '10.00' as expected, price as found from anki.subscriptions where id = '00000000-0000-0000-0000-000000000001';
