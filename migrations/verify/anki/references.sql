-- Each foreign key by a row that names nobody, and by what becomes of a row when the one that it names is deleted.

--! Check: decks.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 fk_decks_user_id
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', '');

--! Check: decks go with their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.decks where id = '00000000-0000-0000-0000-000000000001';

--! Check: jobs.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 fk_jobs_user_id
insert into anki.jobs (id, user_id, kind)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 'export');

--! Check: jobs go with their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.jobs where id = '00000000-0000-0000-0000-000000000001';

--! Check: jobs.deck_id names a row of decks
--! From: 000004-create-the-anki-schema
--! Raises: 23503 fk_jobs_deck_id
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.jobs (id, user_id, kind, deck_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', '00000000-0000-0000-0000-000000000009');

--! Check: jobs outlive their row of decks
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.jobs (id, user_id, kind, deck_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'export', '00000000-0000-0000-0000-000000000001');
delete from anki.decks where id = '00000000-0000-0000-0000-000000000001';
select null as expected, deck_id as found from anki.jobs where id = '00000000-0000-0000-0000-000000000001';

--! Check: settings.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 settings_user_id_fkey
insert into anki.settings (id, user_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009');

--! Check: settings go with their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.settings (id, user_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.settings where id = '00000000-0000-0000-0000-000000000001';

--! Check: subscriptions.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 subscriptions_user_id_fkey
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01');

--! Check: subscriptions go with their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.subscriptions (id, user_id, tier, status, provider, price, period_start, period_end)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'premium', 'expired', '', 9.99, '2000-01-01', '2000-02-01');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.subscriptions where id = '00000000-0000-0000-0000-000000000001';

--! Check: audit_logs.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 audit_logs_user_id_fkey
insert into anki.audit_logs (id, action, user_id)
values ('00000000-0000-0000-0000-000000000001', 'user.login', '00000000-0000-0000-0000-000000000009');

--! Check: audit_logs outlive their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.audit_logs (id, action, user_id)
values ('00000000-0000-0000-0000-000000000001', 'user.login', '00000000-0000-0000-0000-000000000001');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select null as expected, user_id as found from anki.audit_logs where id = '00000000-0000-0000-0000-000000000001';

--! Check: notifications.user_id names a row of users
--! From: 000004-create-the-anki-schema
--! Raises: 23503 notifications_user_id_fkey
insert into anki.notifications (id, user_id, kind, title)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 'job_completed', '');

--! Check: notifications go with their row of users
--! From: 000004-create-the-anki-schema
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.notifications (id, user_id, kind, title)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'job_completed', '');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.notifications where id = '00000000-0000-0000-0000-000000000001';

--! Check: tags.user_id names a row of users
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23503 tags_user_id_fkey
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 'checked');

--! Check: tags go with their row of users
--! From: 000013-create-anki-deck_tags-junction-table
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked');
delete from anki.users where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.tags where id = '00000000-0000-0000-0000-000000000001';

--! Check: deck_tags.deck_id names a row of decks
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23503 deck_tags_deck_id_fkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked');
insert into anki.deck_tags (deck_id, tag_id)
values ('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000001');

--! Check: deck_tags go with their row of decks
--! From: 000013-create-anki-deck_tags-junction-table
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked');
insert into anki.deck_tags (deck_id, tag_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
delete from anki.decks where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.deck_tags where deck_id = '00000000-0000-0000-0000-000000000001' and tag_id = '00000000-0000-0000-0000-000000000001';

--! Check: deck_tags.tag_id names a row of tags
--! From: 000013-create-anki-deck_tags-junction-table
--! Raises: 23503 deck_tags_tag_id_fkey
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.deck_tags (deck_id, tag_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009');

--! Check: deck_tags go with their row of tags
--! From: 000013-create-anki-deck_tags-junction-table
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.tags (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'checked');
insert into anki.deck_tags (deck_id, tag_id)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
delete from anki.tags where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.deck_tags where deck_id = '00000000-0000-0000-0000-000000000001' and tag_id = '00000000-0000-0000-0000-000000000001';

--! Check: document_chunks.deck_id names a row of decks
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Raises: 23503 document_chunks_deck_id_fkey
insert into anki.document_chunks (id, deck_id, position, content)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 0, '');

--! Check: document_chunks go with their row of decks
--! From: 000029-add-document-chunks-for-retrieval-to-anki
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.document_chunks (id, deck_id, position, content)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 0, '');
delete from anki.decks where id = '00000000-0000-0000-0000-000000000001';
select 0 as expected, count(*) as found from anki.document_chunks where id = '00000000-0000-0000-0000-000000000001';
