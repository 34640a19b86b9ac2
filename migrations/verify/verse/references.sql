-- Each foreign key by a row that names nobody, and by what becomes of a row when the one that it names is deleted.

--! Check: user_insights.user_id names a row of users
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 user_insights_user_id_fkey
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_insights (user_id, insight_id)
values (-9, -1);

--! Check: user_insights go with their row of users
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_insights (user_id, insight_id)
values (-1, -1);
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.user_insights where user_id = -1 and insight_id = -1;

--! Check: user_insights.insight_id names a row of saved_insights
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 user_insights_insight_id_fkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_insights (user_id, insight_id)
values (-1, -9);

--! Check: user_insights go with their row of saved_insights
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_insights (user_id, insight_id)
values (-1, -1);
delete from verse.saved_insights where id = -1;
select 0 as expected, count(*) as found from verse.user_insights where user_id = -1 and insight_id = -1;

--! Check: user_definitions.user_id names a row of users
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 user_definitions_user_id_fkey
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
values (-1, 'checked', 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_definitions (user_id, definition_id)
values (-9, -1);

--! Check: user_definitions go with their row of users
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
values (-1, 'checked', 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_definitions (user_id, definition_id)
values (-1, -1);
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.user_definitions where user_id = -1 and definition_id = -1;

--! Check: user_definitions.definition_id names a row of saved_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 user_definitions_definition_id_fkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_definitions (user_id, definition_id)
values (-1, -9);

--! Check: user_definitions go with their row of saved_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
values (-1, 'checked', 'Checked 1', 'In the beginning', '', '', '');
insert into verse.user_definitions (user_id, definition_id)
values (-1, -1);
delete from verse.saved_definitions where id = -1;
select 0 as expected, count(*) as found from verse.user_definitions where user_id = -1 and definition_id = -1;

--! Check: chat_messages.insight_id names a row of saved_insights
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 chat_messages_insight_id_fkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
values (-1, -9, -1, 'user', '');

--! Check: chat_messages go with their row of saved_insights
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
values (-1, -1, -1, 'user', '');
delete from verse.saved_insights where id = -1;
select 0 as expected, count(*) as found from verse.chat_messages where id = -1;

--! Check: chat_messages.user_id names a row of users
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23503 chat_messages_user_id_fkey
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
values (-1, -1, -9, 'user', '');

--! Check: chat_messages go with their row of users
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
values (-1, -1, -1, 'user', '');
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.chat_messages where id = -1;

--! Check: standalone_chats.user_id names a row of users
--! From: 000006-add-standalone-chats-to-verse
--! Raises: 23503 standalone_chats_user_id_fkey
insert into verse.standalone_chats (id, user_id)
values (-1, -9);

--! Check: standalone_chats go with their row of users
--! From: 000006-add-standalone-chats-to-verse
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id)
values (-1, -1);
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.standalone_chats where id = -1;

--! Check: standalone_chat_messages.chat_id names a row of standalone_chats
--! From: 000006-add-standalone-chats-to-verse
--! Raises: 23503 standalone_chat_messages_chat_id_fkey
insert into verse.standalone_chat_messages (id, chat_id, role, content)
values (-1, -9, 'user', '');

--! Check: standalone_chat_messages go with their row of standalone_chats
--! From: 000006-add-standalone-chats-to-verse
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id)
values (-1, -1);
insert into verse.standalone_chat_messages (id, chat_id, role, content)
values (-1, -1, 'user', '');
delete from verse.standalone_chats where id = -1;
select 0 as expected, count(*) as found from verse.standalone_chat_messages where id = -1;

--! Check: user_devices.user_id names a row of users
--! From: 000015-track-devices-of-verse-users
--! Raises: 23503 user_devices_user_id_fkey
insert into verse.user_devices (id, user_id)
values (-1, -9);

--! Check: user_devices go with their row of users
--! From: 000015-track-devices-of-verse-users
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_devices (id, user_id)
values (-1, -1);
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.user_devices where id = -1;

--! Check: usage_tracking.user_id names a row of users
--! From: 000021-count-usage-of-verse-users-by-day
--! Raises: 23503 usage_tracking_user_id_fkey
insert into verse.usage_tracking (id, user_id, date)
values (-1, -9, '2000-01-01');

--! Check: usage_tracking go with their row of users
--! From: 000021-count-usage-of-verse-users-by-day
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.usage_tracking (id, user_id, date)
values (-1, -1, '2000-01-01');
delete from verse.users where id = -1;
select 0 as expected, count(*) as found from verse.usage_tracking where id = -1;
