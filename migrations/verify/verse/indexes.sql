-- Each index by what it is, and by a query that it is there for: the planner must choose it as soon as there are some hundred rows.

--! Check: these indexes and no others
--! From: 000027-add-index-on-verse-saved_insights-embedding
-- An operator class that is not named is the default one of the column's type.
select relation, name, expected, found
from (
  values
    ('verse.chat_messages', 'chat_messages_pkey', 'unique btree (id)'),
    (
      'verse.chat_messages',
      'idx_chat_messages_embedding_user',
      'hnsw (embedding vector_cosine_ops) WITH (m=''16'', ef_construction=''64'')'
    ),
    ('verse.chat_messages', 'idx_chat_messages_insight_user_created', 'btree (insight_id, user_id, created_at)'),
    ('verse.chat_messages', 'idx_chat_messages_user_created', 'btree (user_id, created_at)'),
    ('verse.chat_messages', 'ix_chat_messages_insight_id', 'btree (insight_id)'),
    ('verse.chat_messages', 'ix_chat_messages_user_id', 'btree (user_id)'),
    (
      'verse.conversation_summaries',
      'conversation_summaries_conversation_type_conversation_id_key',
      'unique btree (conversation_type, conversation_id)'
    ),
    ('verse.conversation_summaries', 'conversation_summaries_pkey', 'unique btree (id)'),
    ('verse.saved_definitions', 'ix_saved_definitions_passage_reference', 'btree (passage_reference)'),
    ('verse.saved_definitions', 'ix_saved_definitions_word', 'btree (word)'),
    ('verse.saved_definitions', 'saved_definitions_pkey', 'unique btree (id)'),
    ('verse.saved_definitions', 'uix_word_reference_verse', 'unique btree (word, passage_reference, md5(verse_text))'),
    ('verse.saved_insights', 'idx_saved_insights_embedding', 'hnsw (embedding vector_cosine_ops) WITH (m=''16'', ef_construction=''64'')'),
    ('verse.saved_insights', 'ix_saved_insights_passage_reference', 'btree (passage_reference)'),
    ('verse.saved_insights', 'saved_insights_pkey', 'unique btree (id)'),
    ('verse.saved_insights', 'uix_passage_reference_text', 'unique btree (passage_reference, md5(passage_text))'),
    ('verse.saved_passages', 'ix_saved_passages_reference', 'btree (reference)'),
    ('verse.saved_passages', 'saved_passages_pkey', 'unique btree (id)'),
    ('verse.standalone_chat_messages', 'idx_standalone_chat_messages_chat_created', 'btree (chat_id, created_at)'),
    (
      'verse.standalone_chat_messages',
      'idx_standalone_chat_messages_embedding',
      'hnsw (embedding vector_cosine_ops) WITH (m=''16'', ef_construction=''64'')'
    ),
    ('verse.standalone_chat_messages', 'standalone_chat_messages_pkey', 'unique btree (id)'),
    ('verse.standalone_chats', 'idx_standalone_chats_user_updated', 'btree (user_id, updated_at)'),
    ('verse.standalone_chats', 'standalone_chats_pkey', 'unique btree (id)'),
    ('verse.usage_tracking', 'uix_user_date', 'unique btree (user_id, date)'),
    ('verse.usage_tracking', 'usage_tracking_pkey', 'unique btree (id)'),
    ('verse.user_definitions', 'idx_user_definitions_user_created', 'btree (user_id, created_at)'),
    ('verse.user_definitions', 'ix_user_definitions_definition_id', 'btree (definition_id)'),
    ('verse.user_definitions', 'user_definitions_pkey', 'unique btree (user_id, definition_id)'),
    ('verse.user_devices', 'idx_user_devices_user_last_active', 'btree (user_id, last_active)'),
    ('verse.user_devices', 'user_devices_pkey', 'unique btree (id)'),
    ('verse.user_insights', 'idx_user_insights_user_created', 'btree (user_id, created_at)'),
    ('verse.user_insights', 'ix_user_insights_insight_id', 'btree (insight_id)'),
    ('verse.user_insights', 'user_insights_pkey', 'unique btree (user_id, insight_id)'),
    ('verse.users', 'ix_users_anonymous_id', 'unique btree (anonymous_id)'),
    ('verse.users', 'users_pkey', 'unique btree (id)')
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
  where relnamespace = to_regnamespace('verse')
) as live using (relation, name);

--! Check: a user is found by id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: users_pkey
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 500) as n;
analyze verse.users;
select * from verse.users where id = -7;

--! Check: a user is found by anonymous id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_users_anonymous_id
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 500) as n;
analyze verse.users;
select * from verse.users where anonymous_id = 'checked-user-7';

--! Check: a passage is found by id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: saved_passages_pkey
insert into verse.saved_passages (id, reference, book, chapter, verse_start, text)
select -n, '', '', 1, 1, '' from generate_series(1, 500) as n;
analyze verse.saved_passages;
select * from verse.saved_passages where id = -7;

--! Check: passages are found by reference
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_saved_passages_reference
insert into verse.saved_passages (id, reference, book, chapter, verse_start, text)
select -n, 'Checked ' || n, '', 1, 1, '' from generate_series(1, 500) as n;
analyze verse.saved_passages;
select * from verse.saved_passages where reference = 'Checked 7';

--! Check: an insight is found by id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: saved_insights_pkey
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_insights;
select * from verse.saved_insights where id = -7;

--! Check: the insights into a passage are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_saved_insights_passage_reference
-- The wider index answers this too. Without it, this one has to.
drop index verse.uix_passage_reference_text;
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_insights;
select * from verse.saved_insights where passage_reference = 'Checked 7';

--! Check: the insight into a text is found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: uix_passage_reference_text
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked 1', 'In the beginning ' || n, '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_insights;
select * from verse.saved_insights where passage_reference = 'Checked 1' and md5(passage_text) = md5('In the beginning 7');

--! Check: a definition is found by id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: saved_definitions_pkey
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked ' || n, 'Checked 1', 'In the beginning', '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_definitions;
select * from verse.saved_definitions where id = -7;

--! Check: the definitions of a word are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_saved_definitions_word
-- The wider index answers this too. Without it, this one has to.
drop index verse.uix_word_reference_verse;
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked ' || n, 'Checked 1', 'In the beginning', '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_definitions;
select * from verse.saved_definitions where word = 'checked 7';

--! Check: the definitions in a passage are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_saved_definitions_passage_reference
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked', 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_definitions;
select * from verse.saved_definitions where passage_reference = 'Checked 7';

--! Check: the definition of a word in a text is found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: uix_word_reference_verse
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked', 'Checked 1', 'In the beginning ' || n, '', '', '' from generate_series(1, 500) as n;
analyze verse.saved_definitions;
select * from verse.saved_definitions where word = 'checked' and passage_reference = 'Checked 1' and md5(verse_text) = md5('In the beginning 7');

--! Check: whether a user has saved a certain insight is found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: user_insights_pkey
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 10) as n;
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 200) as n;
insert into verse.user_insights (user_id, insight_id)
select -1 - n % 10, -1 - n / 10 from generate_series(1, 1999) as n;
analyze verse.user_insights;
select * from verse.user_insights where user_id = -7 and insight_id = -7;

--! Check: the latest insights of a user are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: idx_user_insights_user_created
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_insights (user_id, insight_id, created_at)
select -1, -n, timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.user_insights;
select * from verse.user_insights where user_id = -1 order by created_at desc limit 7;

--! Check: the users who have saved a certain insight are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_user_insights_insight_id
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_insights (user_id, insight_id)
select -1, -n from generate_series(1, 500) as n;
analyze verse.user_insights;
select * from verse.user_insights where insight_id = -7;

--! Check: whether a user has saved a certain definition is found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: user_definitions_pkey
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 10) as n;
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked ' || n, 'Checked 1', 'In the beginning', '', '', '' from generate_series(1, 200) as n;
insert into verse.user_definitions (user_id, definition_id)
select -1 - n % 10, -1 - n / 10 from generate_series(1, 1999) as n;
analyze verse.user_definitions;
select * from verse.user_definitions where user_id = -7 and definition_id = -7;

--! Check: the latest definitions of a user are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: idx_user_definitions_user_created
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked ' || n, 'Checked 1', 'In the beginning', '', '', '' from generate_series(1, 500) as n;
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_definitions (user_id, definition_id, created_at)
select -1, -n, timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.user_definitions;
select * from verse.user_definitions where user_id = -1 order by created_at desc limit 7;

--! Check: the users who have saved a certain definition are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_user_definitions_definition_id
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -n, 'checked ' || n, 'Checked 1', 'In the beginning', '', '', '' from generate_series(1, 500) as n;
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_definitions (user_id, definition_id)
select -1, -n from generate_series(1, 500) as n;
analyze verse.user_definitions;
select * from verse.user_definitions where definition_id = -7;

--! Check: a message is found by id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: chat_messages_pkey
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
select -n, -1, -1, 'user', '' from generate_series(1, 500) as n;
analyze verse.chat_messages;
select * from verse.chat_messages where id = -7;

--! Check: the messages on an insight are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_chat_messages_insight_id
-- The wider index answers this too. Without it, this one has to.
drop index verse.idx_chat_messages_insight_user_created;
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 500) as n;
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
select -n, -n, -1, 'user', '' from generate_series(1, 500) as n;
analyze verse.chat_messages;
select * from verse.chat_messages where insight_id = -7;

--! Check: the messages of a user are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: ix_chat_messages_user_id
-- The wider index answers this too. Without it, this one has to.
drop index verse.idx_chat_messages_user_created;
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 500) as n;
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
select -n, -1, -n, 'user', '' from generate_series(1, 500) as n;
analyze verse.chat_messages;
select * from verse.chat_messages where user_id = -7;

--! Check: the latest messages of a user are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: idx_chat_messages_user_created
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.chat_messages (id, insight_id, user_id, role, content, created_at)
select -n, -1, -1, 'user', '', timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.chat_messages;
select * from verse.chat_messages where user_id = -1 order by created_at desc limit 7;

--! Check: the latest messages of a user on an insight are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: idx_chat_messages_insight_user_created
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, 'In the beginning', '', '', '' from generate_series(1, 10) as n;
insert into verse.users (id, anonymous_id)
select -n, 'checked-user-' || n from generate_series(1, 7) as n;
insert into verse.chat_messages (id, insight_id, user_id, role, content, created_at)
select -n, -1 - n % 10, -1 - n % 7, 'user', '', timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 2000) as n;
analyze verse.chat_messages;
select * from verse.chat_messages where insight_id = -1 and user_id = -1 order by created_at desc limit 7;

--! Check: a standalone chat is found by id
--! From: 000006-add-standalone-chats-to-verse
--! Uses: standalone_chats_pkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id)
select -n, -1 from generate_series(1, 500) as n;
analyze verse.standalone_chats;
select * from verse.standalone_chats where id = -7;

--! Check: the latest standalone chats of a user are found
--! From: 000006-add-standalone-chats-to-verse
--! Uses: idx_standalone_chats_user_updated
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id, updated_at)
select -n, -1, timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.standalone_chats;
select * from verse.standalone_chats where user_id = -1 order by updated_at desc limit 7;

--! Check: a standalone message is found by id
--! From: 000006-add-standalone-chats-to-verse
--! Uses: standalone_chat_messages_pkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id)
values (-1, -1);
insert into verse.standalone_chat_messages (id, chat_id, role, content)
select -n, -1, 'user', '' from generate_series(1, 500) as n;
analyze verse.standalone_chat_messages;
select * from verse.standalone_chat_messages where id = -7;

--! Check: the latest messages of a standalone chat are found
--! From: 000006-add-standalone-chats-to-verse
--! Uses: idx_standalone_chat_messages_chat_created
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.standalone_chats (id, user_id)
values (-1, -1);
insert into verse.standalone_chat_messages (id, chat_id, role, content, created_at)
select -n, -1, 'user', '', timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.standalone_chat_messages;
select * from verse.standalone_chat_messages where chat_id = -1 order by created_at desc limit 7;

--! Check: a summary is found by id
--! From: 000009-add-conversation-summaries-to-verse
--! Uses: conversation_summaries_pkey
insert into verse.conversation_summaries (id, conversation_type, conversation_id, summary_text, message_count)
select -n, 'insight', -n, '', 1 from generate_series(1, 500) as n;
analyze verse.conversation_summaries;
select * from verse.conversation_summaries where id = -7;

--! Check: the summary of a conversation is found
--! From: 000009-add-conversation-summaries-to-verse
--! Uses: conversation_summaries_conversation_type_conversation_id_key
insert into verse.conversation_summaries (id, conversation_type, conversation_id, summary_text, message_count)
select -n, 'insight', -n, '', 1 from generate_series(1, 500) as n;
analyze verse.conversation_summaries;
select * from verse.conversation_summaries where conversation_type = 'insight' and conversation_id = -7;

--! Check: a device is found by id
--! From: 000015-track-devices-of-verse-users
--! Uses: user_devices_pkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_devices (id, user_id)
select -n, -1 from generate_series(1, 500) as n;
analyze verse.user_devices;
select * from verse.user_devices where id = -7;

--! Check: the devices of a user are found by their last use
--! From: 000015-track-devices-of-verse-users
--! Uses: idx_user_devices_user_last_active
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.user_devices (id, user_id, last_active)
select -n, -1, timestamptz '2000-01-01' + n * interval '1 hour' from generate_series(1, 500) as n;
analyze verse.user_devices;
select * from verse.user_devices where user_id = -1 order by last_active desc limit 7;

--! Check: the usage of a day is found by id
--! From: 000021-count-usage-of-verse-users-by-day
--! Uses: usage_tracking_pkey
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.usage_tracking (id, user_id, date)
select -n, -1, date '2000-01-01' + n from generate_series(1, 500) as n;
analyze verse.usage_tracking;
select * from verse.usage_tracking where id = -7;

--! Check: the usage of a user on a day is found
--! From: 000021-count-usage-of-verse-users-by-day
--! Uses: uix_user_date
insert into verse.users (id, anonymous_id)
values (-1, 'a-checked-user');
insert into verse.usage_tracking (id, user_id, date)
select -n, -1, date '2000-01-01' + n from generate_series(1, 500) as n;
analyze verse.usage_tracking;
select * from verse.usage_tracking where user_id = -1 and date = '2000-01-08';
