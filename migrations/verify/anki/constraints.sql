-- Each constraint by violating it, and by what it must let through. A unique constraint and a check speak before foreign keys do, so that no
-- row of another table is needed to hear them.

--! Check: these constraints and no others
--! From: 000029-add-document-chunks-for-retrieval-to-anki
-- A check is told without its parentheses and casts, which say nothing here.
select relation, name, expected, found
from (
  values
    ('anki.users', 'users_subscription_tier_check', 'CHECK subscription_tier = ANY ARRAY[''free'', ''premium'', ''enterprise'']'),
    ('anki.users', 'users_pkey', 'PRIMARY KEY (id)'),
    ('anki.decks', 'decks_card_count_check', 'CHECK card_count >= 0'),
    ('anki.decks', 'fk_decks_user_id', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.decks', 'decks_pkey', 'PRIMARY KEY (id)'),
    ('anki.jobs', 'jobs_progress_check', 'CHECK progress >= 0 AND progress <= 100'),
    ('anki.jobs', 'jobs_status_check', 'CHECK status = ANY ARRAY[''pending'', ''processing'', ''completed'', ''failed'', ''cancelled'']'),
    ('anki.jobs', 'fk_jobs_deck_id', 'FOREIGN KEY (deck_id) REFERENCES anki.decks(id) ON DELETE SET NULL'),
    ('anki.jobs', 'fk_jobs_user_id', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.jobs', 'jobs_pkey', 'PRIMARY KEY (id)'),
    ('anki.settings', 'settings_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.settings', 'settings_pkey', 'PRIMARY KEY (id)'),
    ('anki.settings', 'settings_user_id_key', 'UNIQUE (user_id)'),
    ('anki.subscriptions', 'subscriptions_check', 'CHECK period_start < period_end'),
    (
      'anki.subscriptions',
      'subscriptions_status_check',
      'CHECK status = ANY ARRAY[''trialing'', ''active'', ''past_due'', ''cancelled'', ''expired'']'
    ),
    ('anki.subscriptions', 'subscriptions_tier_check', 'CHECK tier = ANY ARRAY[''free'', ''premium'', ''enterprise'']'),
    ('anki.subscriptions', 'subscriptions_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.subscriptions', 'subscriptions_pkey', 'PRIMARY KEY (id)'),
    ('anki.subscriptions', 'subscriptions_provider_subscription_id_key', 'UNIQUE (provider_subscription_id)'),
    ('anki.audit_logs', 'audit_logs_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE SET NULL'),
    ('anki.audit_logs', 'audit_logs_pkey', 'PRIMARY KEY (id)'),
    ('anki.notifications', 'notifications_status_check', 'CHECK status = ANY ARRAY[''unread'', ''read'', ''archived'']'),
    ('anki.notifications', 'notifications_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.notifications', 'notifications_pkey', 'PRIMARY KEY (id)'),
    ('anki.tags', 'tags_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES anki.users(id) ON DELETE CASCADE'),
    ('anki.tags', 'tags_pkey', 'PRIMARY KEY (id)'),
    ('anki.tags', 'tags_user_id_name_key', 'UNIQUE (user_id, name)'),
    ('anki.deck_tags', 'deck_tags_deck_id_fkey', 'FOREIGN KEY (deck_id) REFERENCES anki.decks(id) ON DELETE CASCADE'),
    ('anki.deck_tags', 'deck_tags_tag_id_fkey', 'FOREIGN KEY (tag_id) REFERENCES anki.tags(id) ON DELETE CASCADE'),
    ('anki.deck_tags', 'deck_tags_pkey', 'PRIMARY KEY (deck_id, tag_id)'),
    ('anki.document_chunks', 'document_chunks_deck_id_fkey', 'FOREIGN KEY (deck_id) REFERENCES anki.decks(id) ON DELETE CASCADE'),
    ('anki.document_chunks', 'document_chunks_pkey', 'PRIMARY KEY (id)'),
    ('anki.document_chunks', 'document_chunks_deck_id_position_key', 'UNIQUE (deck_id, "position")')
) as wanted (relation, name, expected)
full join (
  select
    conrelid::regclass::text as relation,
    conname::text as name,
    case contype
      when 'c' then regexp_replace(definition, '::(character varying|numeric|text|integer)(\[\])?|[()]', '', 'g')
      else definition
    end as found
  from pg_constraint
  cross join lateral pg_get_constraintdef(oid) as definition
  where connamespace = to_regnamespace('anki') and contype <> 'n'
) as live using (relation, name);

--! Check: no two rows of users share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 users_pkey
insert into anki.users (id, email, username, password_hash)
values
  ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', ''),
  ('00000000-0000-0000-0000-000000000001', 'two@checked.example.org', 'another checked user', '');

--! Check: no two rows of users share email
--! From: 000004-create-the-anki-schema
--! Raises: 23505 ix_users_email
insert into anki.users (id, email, username, password_hash)
values
  ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', ''),
  ('00000000-0000-0000-0000-000000000002', 'one@checked.example.org', 'another checked user', '');

--! Check: no two rows of users share username
--! From: 000004-create-the-anki-schema
--! Raises: 23505 ix_users_username
insert into anki.users (id, email, username, password_hash)
values
  ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', ''),
  ('00000000-0000-0000-0000-000000000002', 'two@checked.example.org', 'a checked user', '');

--! Check: users.subscription_tier refuses another word
--! From: 000004-create-the-anki-schema
--! Raises: 23514 users_subscription_tier_check
insert into anki.users (id, email, username, password_hash, subscription_tier)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '', 'unheard of');

--! Check: users.subscription_tier accepts free, premium and enterprise
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash, subscription_tier)
values
  ('00000000-0000-0000-0000-000000000001', 'free@checked.example.org', 'checked free', '', 'free'),
  ('00000000-0000-0000-0000-000000000002', 'premium@checked.example.org', 'checked premium', '', 'premium'),
  ('00000000-0000-0000-0000-000000000003', 'enterprise@checked.example.org', 'checked enterprise', '', 'enterprise');
select 3 as expected, count(*) as found from anki.users where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000003';

--! Check: no two rows of decks share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 decks_pkey
insert into anki.decks (id, user_id, name)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', ''),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '');

--! Check: a deck of less than no card is refused
--! From: 000004-create-the-anki-schema
--! Raises: 23514 decks_card_count_check
insert into anki.decks (id, user_id, name, card_count)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '', -1);

--! Check: a deck may have no card
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name, card_count)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '', 0);
select 1 as expected, count(*) as found from anki.decks where id = '00000000-0000-0000-0000-000000000001';

--! Check: no two rows of jobs share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 jobs_pkey
insert into anki.jobs (id, user_id, kind)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export'),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 'export');

--! Check: jobs.status refuses another word
--! From: 000004-create-the-anki-schema
--! Raises: 23514 jobs_status_check
insert into anki.jobs (id, user_id, kind, status)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', 'unheard of');

--! Check: jobs.status accepts pending, processing, completed, failed and cancelled
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, status)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', 'pending'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'export', 'processing'),
  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'export', 'completed'),
  ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000001', 'export', 'failed'),
  ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000001', 'export', 'cancelled');
select 5 as expected, count(*) as found from anki.jobs where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000005';

--! Check: progress below 0 is refused
--! From: 000004-create-the-anki-schema
--! Raises: 23514 jobs_progress_check
insert into anki.jobs (id, user_id, kind, progress)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', -1);

--! Check: progress above 100 is refused
--! From: 000004-create-the-anki-schema
--! Raises: 23514 jobs_progress_check
insert into anki.jobs (id, user_id, kind, progress)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', 101);

--! Check: progress from 0 to 100 is accepted
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, progress)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', 0),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'export', 100);
select 2 as expected, count(*) as found from anki.jobs where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000002';

--! Check: no two rows of settings share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 settings_pkey
insert into anki.settings (id, user_id)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001'),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

--! Check: no two rows of settings share user_id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 settings_user_id_key
insert into anki.settings (id, user_id)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001');

--! Check: no two rows of subscriptions share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 subscriptions_pkey
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01');

--! Check: no two rows of subscriptions share provider_subscription_id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 subscriptions_provider_subscription_id_key
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end, provider_subscription_id)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01', 'checked 1'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000002', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01', 'checked 1');

--! Check: no user has two active subscriptions
--! From: 000004-create-the-anki-schema
--! Raises: 23505 uq_subscriptions_one_active
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'active', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'premium', 'active', '', 9.99, '2000-01-01', '2000-02-01');

--! Check: subscriptions.tier refuses another word
--! From: 000004-create-the-anki-schema
--! Raises: 23514 subscriptions_tier_check
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'unheard of', 'expired', '', 9.99, '2000-01-01', '2000-02-01');

--! Check: subscriptions.tier accepts free, premium and enterprise
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'free', 'expired', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'enterprise', 'expired', '', 9.99, '2000-01-01', '2000-02-01');
select 3 as expected, count(*) as found from anki.subscriptions where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000003';

--! Check: subscriptions.status refuses another word
--! From: 000004-create-the-anki-schema
--! Raises: 23514 subscriptions_status_check
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'unheard of', '', 9.99, '2000-01-01', '2000-02-01');

--! Check: subscriptions.status accepts trialing, active, past_due, cancelled and expired
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'trialing', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'premium', 'active', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'premium', 'past_due', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000001', 'premium', 'cancelled', '', 9.99, '2000-01-01', '2000-02-01'),
  ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01');
select 5 as expected, count(*) as found from anki.subscriptions where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000005';

--! Check: a period that ends as it starts is refused
--! From: 000004-create-the-anki-schema
--! Raises: 23514 subscriptions_check
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-01-01');

--! Check: a period of a second is accepted
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-01-01 00:00:01');
select 1 as expected, count(*) as found from anki.subscriptions where id = '00000000-0000-0000-0000-000000000001';

--! Check: no two rows of audit_logs share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 audit_logs_pkey
insert into anki.audit_logs (id, action)
values
  ('00000000-0000-0000-0000-000000000001', 'user.login'),
  ('00000000-0000-0000-0000-000000000001', 'user.login');

--! Check: no two rows of notifications share id
--! From: 000004-create-the-anki-schema
--! Raises: 23505 notifications_pkey
insert into anki.notifications (id, user_id, kind, title)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'job_completed', ''),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 'job_completed', '');

--! Check: notifications.status refuses another word
--! From: 000004-create-the-anki-schema
--! Raises: 23514 notifications_status_check
insert into anki.notifications (id, user_id, kind, title, status)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'job_completed', '', 'unheard of');

--! Check: notifications.status accepts unread, read and archived
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.notifications (id, user_id, kind, title, status)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'job_completed', '', 'unread'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'job_completed', '', 'read'),
  ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'job_completed', '', 'archived');
select 3 as expected, count(*) as found from anki.notifications where id between '00000000-0000-0000-0000-000000000001' and '00000000-0000-0000-0000-000000000003';

--! Check: no two rows of tags share id
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23505 tags_pkey
insert into anki.tags (id, user_id, name)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked'),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 'unchecked');

--! Check: no two rows of tags share user_id and name
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23505 tags_user_id_name_key
insert into anki.tags (id, user_id, name)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked'),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'checked');

--! Check: no two rows of deck_tags share deck_id and tag_id
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23505 deck_tags_pkey
insert into anki.deck_tags (deck_id, tag_id)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001'),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');

--! Check: no two rows of document_chunks share id
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Raises: 23505 document_chunks_pkey
insert into anki.document_chunks (id, deck_id, position, content)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 0, ''),
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 1, '');

--! Check: no two rows of document_chunks share deck_id and position
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Raises: 23505 document_chunks_deck_id_position_key
insert into anki.document_chunks (id, deck_id, position, content)
values
  ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 0, ''),
  ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 0, '');
