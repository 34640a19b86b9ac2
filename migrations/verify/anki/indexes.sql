-- Each index by what it is, and by a query that it is there for: the planner must choose it as soon as there are some hundred rows.

--! Check: these indexes and no others
--! From: 000029-add-document-chunks-for-retrieval-to-anki
-- An operator class that is not named is the default one of the column's type.
select relation, name, expected, found
from (
  values
    ('anki.audit_logs', 'audit_logs_pkey', 'unique btree (id)'),
    ('anki.audit_logs', 'ix_audit_logs_action', 'btree (action)'),
    ('anki.audit_logs', 'ix_audit_logs_created_at', 'btree (created_at)'),
    ('anki.audit_logs', 'ix_audit_logs_user_id', 'btree (user_id)'),
    ('anki.deck_tags', 'deck_tags_pkey', 'unique btree (deck_id, tag_id)'),
    ('anki.deck_tags', 'ix_deck_tags_tag_id', 'btree (tag_id)'),
    ('anki.decks', 'decks_pkey', 'unique btree (id)'),
    ('anki.decks', 'ix_decks_created_at', 'btree (created_at)'),
    ('anki.decks', 'ix_decks_user_id', 'btree (user_id)'),
    ('anki.document_chunks', 'document_chunks_deck_id_position_key', 'unique btree (deck_id, "position")'),
    ('anki.document_chunks', 'document_chunks_pkey', 'unique btree (id)'),
    ('anki.document_chunks', 'ix_document_chunks_embedding', 'hnsw (embedding vector_cosine_ops) WITH (m=''16'', ef_construction=''64'')'),
    ('anki.jobs', 'ix_jobs_created_at', 'btree (created_at)'),
    ('anki.jobs', 'ix_jobs_deck_id', 'btree (deck_id)'),
    ('anki.jobs', 'ix_jobs_status', 'btree (status)'),
    ('anki.jobs', 'ix_jobs_status_created_at', 'btree (status, created_at)'),
    ('anki.jobs', 'ix_jobs_user_id', 'btree (user_id)'),
    ('anki.jobs', 'jobs_pkey', 'unique btree (id)'),
    ('anki.notifications', 'ix_notifications_unread', 'btree (user_id, created_at) WHERE ((status)::text = ''unread''::text)'),
    ('anki.notifications', 'ix_notifications_user_id', 'btree (user_id)'),
    ('anki.notifications', 'notifications_pkey', 'unique btree (id)'),
    ('anki.settings', 'settings_pkey', 'unique btree (id)'),
    ('anki.settings', 'settings_user_id_key', 'unique btree (user_id)'),
    ('anki.subscriptions', 'ix_subscriptions_status', 'btree (status)'),
    ('anki.subscriptions', 'ix_subscriptions_user_id', 'btree (user_id)'),
    ('anki.subscriptions', 'subscriptions_pkey', 'unique btree (id)'),
    ('anki.subscriptions', 'subscriptions_provider_subscription_id_key', 'unique btree (provider_subscription_id)'),
    ('anki.subscriptions', 'uq_subscriptions_one_active', 'unique btree (user_id) WHERE ((status)::text = ''active''::text)'),
    ('anki.tags', 'tags_pkey', 'unique btree (id)'),
    ('anki.tags', 'tags_user_id_name_key', 'unique btree (user_id, name)'),
    ('anki.users', 'ix_users_created_at', 'btree (created_at)'),
    ('anki.users', 'ix_users_email', 'unique btree (email)'),
    ('anki.users', 'ix_users_username', 'unique btree (username)'),
    ('anki.users', 'users_pkey', 'unique btree (id)')
) as wanted (relation, name, expected)
full join (
  select
    indrelid::regclass::text as relation,
    relname::text as name,
    case when indisunique then 'unique ' else '' end
      || replace(substring(pg_get_indexdef(indexrelid) from ' USING (.*)$'), 'public.', '')
      || case when indisvalid and indisready then '' else ' (not valid)' end as found
  from pg_index
  join pg_class on pg_class.oid = indexrelid
  where relnamespace = to_regnamespace('anki')
) as live using (relation, name);

--! Check: a user is found by id
--! From: 000004-create-the-anki-schema
--! Uses: users_pkey
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
analyze anki.users;
select * from anki.users where id = '00000000-0000-0000-0000-000000000007';

--! Check: a user is found by address
--! From: 000004-create-the-anki-schema
--! Uses: ix_users_email
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
analyze anki.users;
select * from anki.users where email = '7@checked.example.org';

--! Check: a user is found by name
--! From: 000004-create-the-anki-schema
--! Uses: ix_users_username
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
analyze anki.users;
select * from anki.users where username = 'checked user 7';

--! Check: the oldest accounts are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_users_created_at
insert into anki.users (id, email, username, password_hash, created_at)
select
  lpad(n::text, 32, '0')::uuid,
  n || '@checked.example.org',
  'checked user ' || n,
  '',
  timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 500) as n;
analyze anki.users;
select * from anki.users order by created_at limit 7;

--! Check: a deck is found by id
--! From: 000004-create-the-anki-schema
--! Uses: decks_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', '' from generate_series(1, 500) as n;
analyze anki.decks;
select * from anki.decks where id = '00000000-0000-0000-0000-000000000007';

--! Check: the decks of a user are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_decks_user_id
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.decks (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, '' from generate_series(1, 500) as n;
analyze anki.decks;
select * from anki.decks where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: the newest decks are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_decks_created_at
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name, created_at)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  '',
  timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 500) as n;
analyze anki.decks;
select * from anki.decks order by created_at desc limit 7;

--! Check: a job is found by id
--! From: 000004-create-the-anki-schema
--! Uses: jobs_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'export' from generate_series(1, 500) as n;
analyze anki.jobs;
select * from anki.jobs where id = '00000000-0000-0000-0000-000000000007';

--! Check: the jobs of a user are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_jobs_user_id
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.jobs (id, user_id, kind)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, 'export' from generate_series(1, 500) as n;
analyze anki.jobs;
select * from anki.jobs where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: the jobs of a deck are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_jobs_deck_id
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', '' from generate_series(1, 500) as n;
insert into anki.jobs (id, user_id, kind, deck_id)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'export', lpad(n::text, 32, '0')::uuid
from generate_series(1, 500) as n;
analyze anki.jobs;
select * from anki.jobs where deck_id = '00000000-0000-0000-0000-000000000007';

--! Check: the jobs of a status are counted
--! From: 000004-create-the-anki-schema
--! Uses: ix_jobs_status
-- The wider index answers this too. Without it, this one has to.
drop index if exists anki.ix_jobs_status_created_at;
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, status)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'export',
  case when n = 7 then 'failed' else 'completed' end
from generate_series(1, 2000) as n;
analyze anki.jobs;
select * from anki.jobs where status = 'failed';

--! Check: the oldest jobs are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_jobs_created_at
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, created_at)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'export',
  timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 500) as n;
analyze anki.jobs;
select * from anki.jobs order by created_at limit 7;

--! Check: the job that has waited longest is found
--! From: 000022-add-index-on-anki-jobs-status-and-created_at
--! Uses: ix_jobs_status_created_at
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, status, created_at)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'export',
  case when n > 1900 then 'pending' else 'completed' end,
  timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 2000) as n;
analyze anki.jobs;
select * from anki.jobs where status = 'pending' order by created_at limit 1;

--! Check: settings are found by id
--! From: 000004-create-the-anki-schema
--! Uses: settings_pkey
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.settings (id, user_id)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid from generate_series(1, 500) as n;
analyze anki.settings;
select * from anki.settings where id = '00000000-0000-0000-0000-000000000007';

--! Check: the settings of a user are found
--! From: 000004-create-the-anki-schema
--! Uses: settings_user_id_key
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.settings (id, user_id)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid from generate_series(1, 500) as n;
analyze anki.settings;
select * from anki.settings where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: a subscription is found by id
--! From: 000004-create-the-anki-schema
--! Uses: subscriptions_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'premium',
  'expired',
  '',
  9.99,
  '2000-01-01',
  '2000-02-01'
from generate_series(1, 500) as n;
analyze anki.subscriptions;
select * from anki.subscriptions where id = '00000000-0000-0000-0000-000000000007';

--! Check: a subscription is found by its name at the provider
--! From: 000004-create-the-anki-schema
--! Uses: subscriptions_provider_subscription_id_key
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end, provider_subscription_id)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'premium',
  'expired',
  '',
  9.99,
  '2000-01-01',
  '2000-02-01',
  'checked ' || n
from generate_series(1, 500) as n;
analyze anki.subscriptions;
select * from anki.subscriptions where provider_subscription_id = 'checked 7';

--! Check: the subscriptions of a user are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_subscriptions_user_id
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01'
from generate_series(1, 500) as n;
analyze anki.subscriptions;
select * from anki.subscriptions where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: the subscriptions of a status are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_subscriptions_status
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'premium',
  case when n = 7 then 'past_due' else 'expired' end,
  '',
  9.99,
  '2000-01-01',
  '2000-02-01'
from generate_series(1, 2000) as n;
analyze anki.subscriptions;
select * from anki.subscriptions where status = 'past_due';

--! Check: the active subscriptions are found
--! From: 000004-create-the-anki-schema
--! Uses: uq_subscriptions_one_active
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
select
  lpad(n::text, 32, '0')::uuid,
  lpad(n::text, 32, '0')::uuid,
  'premium',
  case when n = 7 then 'active' else 'expired' end,
  '',
  9.99,
  '2000-01-01',
  '2000-02-01'
from generate_series(1, 500) as n;
analyze anki.subscriptions;
select * from anki.subscriptions where user_id = '00000000-0000-0000-0000-000000000007' and status = 'active';

--! Check: an entry of the audit log is found by id
--! From: 000004-create-the-anki-schema
--! Uses: audit_logs_pkey
insert into anki.audit_logs (id, action)
select lpad(n::text, 32, '0')::uuid, 'user.login' from generate_series(1, 500) as n;
analyze anki.audit_logs;
select * from anki.audit_logs where id = '00000000-0000-0000-0000-000000000007';

--! Check: what a user has done is found
--! From: 000004-create-the-anki-schema
--! Uses: ix_audit_logs_user_id
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.audit_logs (id, action, user_id)
select lpad(n::text, 32, '0')::uuid, 'user.login', lpad(n::text, 32, '0')::uuid from generate_series(1, 500) as n;
analyze anki.audit_logs;
select * from anki.audit_logs where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: who has done something is found
--! From: 000004-create-the-anki-schema
--! Uses: ix_audit_logs_action
insert into anki.audit_logs (id, action)
select lpad(n::text, 32, '0')::uuid, 'checked.' || n from generate_series(1, 500) as n;
analyze anki.audit_logs;
select * from anki.audit_logs where action = 'checked.7';

--! Check: the newest entries of the audit log are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_audit_logs_created_at
insert into anki.audit_logs (id, action, created_at)
select lpad(n::text, 32, '0')::uuid, 'user.login', timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 500) as n;
analyze anki.audit_logs;
select * from anki.audit_logs order by created_at desc limit 7;

--! Check: a notification is found by id
--! From: 000004-create-the-anki-schema
--! Uses: notifications_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.notifications (id, user_id, kind, title)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'job_completed', ''
from generate_series(1, 500) as n;
analyze anki.notifications;
select * from anki.notifications where id = '00000000-0000-0000-0000-000000000007';

--! Check: the notifications of a user are found
--! From: 000004-create-the-anki-schema
--! Uses: ix_notifications_user_id
insert into anki.users (id, email, username, password_hash)
select lpad(n::text, 32, '0')::uuid, n || '@checked.example.org', 'checked user ' || n, '' from generate_series(1, 500) as n;
insert into anki.notifications (id, user_id, kind, title)
select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, 'job_completed', '' from generate_series(1, 500) as n;
analyze anki.notifications;
select * from anki.notifications where user_id = '00000000-0000-0000-0000-000000000007';

--! Check: the unread notifications of a user are found, newest first
--! From: 000004-create-the-anki-schema
--! Uses: ix_notifications_unread
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.notifications (id, user_id, kind, title, status, created_at)
select
  lpad(n::text, 32, '0')::uuid,
  '00000000-0000-0000-0000-000000000001',
  'job_completed',
  '',
  case when n % 5 = 0 then 'unread' else 'read' end,
  timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 2000) as n;
analyze anki.notifications;
select * from anki.notifications where user_id = '00000000-0000-0000-0000-000000000001' and status = 'unread' order by created_at desc limit 7;

--! Check: a label is found by id
--! From: 000013-create-anki-deck_tags-junction-table
--! Uses: tags_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.tags (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'checked ' || n from generate_series(1, 500) as n;
analyze anki.tags;
select * from anki.tags where id = '00000000-0000-0000-0000-000000000007';

--! Check: a label of a user is found by name
--! From: 000013-create-anki-deck_tags-junction-table
--! Uses: tags_user_id_name_key
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.tags (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'checked ' || n from generate_series(1, 500) as n;
analyze anki.tags;
select * from anki.tags where user_id = '00000000-0000-0000-0000-000000000001' and name = 'checked 7';

--! Check: the labels of a deck are found
--! From: 000013-create-anki-deck_tags-junction-table
--! Uses: deck_tags_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', '' from generate_series(1, 500) as n;
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked');
insert into anki.deck_tags (deck_id, tag_id)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001' from generate_series(1, 500) as n;
analyze anki.deck_tags;
select * from anki.deck_tags where deck_id = '00000000-0000-0000-0000-000000000007';

--! Check: the decks with a label are found
--! From: 000013-create-anki-deck_tags-junction-table
--! Uses: ix_deck_tags_tag_id
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.tags (id, user_id, name)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', 'checked ' || n from generate_series(1, 500) as n;
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.deck_tags (deck_id, tag_id)
select '00000000-0000-0000-0000-000000000001', lpad(n::text, 32, '0')::uuid from generate_series(1, 500) as n;
analyze anki.deck_tags;
select * from anki.deck_tags where tag_id = '00000000-0000-0000-0000-000000000007';

--! Check: a passage of a document is found by id
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Uses: document_chunks_pkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.document_chunks (id, deck_id, position, content)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', n, '' from generate_series(1, 500) as n;
analyze anki.document_chunks;
select * from anki.document_chunks where id = '00000000-0000-0000-0000-000000000007';

--! Check: the passage at a place of a document is found
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Uses: document_chunks_deck_id_position_key
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.document_chunks (id, deck_id, position, content)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', n, '' from generate_series(1, 500) as n;
analyze anki.document_chunks;
select * from anki.document_chunks where deck_id = '00000000-0000-0000-0000-000000000001' and position = 7;
