-- The comments to the letter, a table a check: one that is missing is what comments.sql looks for.

--! Check: what is said of the schema
--! From: 000002-create-the-verse-schema-with-pgvector
select 'Verse: saved passages, insights and the conversations about them' as expected, found
from obj_description(to_regnamespace('verse'), 'pg_namespace') as found
where found is not null;

--! Check: what is said of verse.chat_messages
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    (null, 'Conversations about an insight, one row for each message'),
    ('id', 'Primary key'),
    ('insight_id', 'The insight that the conversation is about'),
    ('user_id', 'Whose conversation it is'),
    ('role', 'Who speaks: user or assistant'),
    ('content', 'The message'),
    ('was_truncated', 'Whether an answer was cut off at the length limit'),
    ('created_at', 'When the message was sent'),
    ('embedding', 'Embedding of the content, to find earlier messages on the same matter; null until it is computed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.chat_messages'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.chat_messages') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.saved_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    (null, 'Generated definitions of a word in a verse, shared by the users who saved them'),
    ('id', 'Primary key'),
    ('word', 'The word that is defined'),
    ('passage_reference', 'Where the word stands'),
    ('verse_text', 'Text of the verse around the word'),
    ('definition', 'What the word means in the verse'),
    ('biblical_usage', 'How the word is used elsewhere in the Bible'),
    ('original_language', 'The Hebrew, Aramaic or Greek word behind it'),
    ('created_at', 'When the definition was generated')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.saved_definitions'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.saved_definitions') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.saved_insights before 000026
--! From: 000002-create-the-verse-schema-with-pgvector
--! Until: 000026-add-embeddings-to-verse-saved_insights
select name, expected, found
from (
  values
    (null, 'Generated insights into a passage, one for each passage and shared by the users who saved it'),
    ('id', 'Primary key'),
    ('passage_reference', 'The passage as people write it'),
    ('passage_text', 'Text that the insight was generated from'),
    ('historical_context', 'Historical context of the passage'),
    ('theological_significance', 'Theological significance of the passage'),
    ('practical_application', 'Practical application of the passage'),
    ('created_at', 'When the insight was generated')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.saved_insights'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.saved_insights') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.saved_insights
--! From: 000026-add-embeddings-to-verse-saved_insights
select name, expected, found
from (
  values
    (null, 'Generated insights into a passage, one for each passage and shared by the users who saved it'),
    ('id', 'Primary key'),
    ('passage_reference', 'The passage as people write it'),
    ('passage_text', 'Text that the insight was generated from'),
    ('historical_context', 'Historical context of the passage'),
    ('theological_significance', 'Theological significance of the passage'),
    ('practical_application', 'Practical application of the passage'),
    ('created_at', 'When the insight was generated'),
    ('embedding', 'Embedding of the insight, to find insights on the same matter; null until it is computed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.saved_insights'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.saved_insights') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.saved_passages
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    (null, 'Passages that users have looked up, with their text'),
    ('id', 'Primary key'),
    ('reference', 'The passage as people write it, such as John 3:16-18'),
    ('book', 'Book of the Bible'),
    ('chapter', 'Chapter in the book'),
    ('verse_start', 'First verse'),
    ('verse_end', 'Last verse; null for a single verse'),
    ('translation', 'Translation that the text is from, such as WEB'),
    ('text', 'Text of the passage'),
    ('created_at', 'When the passage was saved'),
    ('updated_at', 'When the passage was last changed; null when it never was')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.saved_passages'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.saved_passages') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.user_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    (null, 'Which definitions a user has saved'),
    ('user_id', 'The user'),
    ('definition_id', 'The definition that the user saved'),
    ('created_at', 'When the user saved it')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.user_definitions'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.user_definitions') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.user_insights
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    (null, 'Which insights a user has saved'),
    ('user_id', 'The user'),
    ('insight_id', 'The insight that the user saved'),
    ('created_at', 'When the user saved it')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.user_insights'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.user_insights') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.users before 000038
--! From: 000002-create-the-verse-schema-with-pgvector
--! Until: 000038-add-status-beside-status_old-in-verse-users
select name, expected, found
from (
  values
    (null, 'Anonymous users, known by a device and not by a name'),
    ('id', 'Primary key'),
    ('anonymous_id', 'UUID made on the first device, unique'),
    ('device_count', 'Number of devices linked to the account'),
    ('pro_subscription', 'Whether the user pays for the pro plan'),
    ('created_at', 'When the user was first seen'),
    ('status_old', 'State of the account, as free text')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.users before 000039
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    (null, 'Anonymous users, known by a device and not by a name'),
    ('id', 'Primary key'),
    ('anonymous_id', 'UUID made on the first device, unique'),
    ('device_count', 'Number of devices linked to the account'),
    ('pro_subscription', 'Whether the user pays for the pro plan'),
    ('created_at', 'When the user was first seen'),
    ('status_old', 'State of the account, as free text'),
    ('status', 'State of the account; takes the place of status_old')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.users
--! From: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    (null, 'Anonymous users, known by a device and not by a name'),
    ('id', 'Primary key'),
    ('anonymous_id', 'UUID made on the first device, unique'),
    ('device_count', 'Number of devices linked to the account'),
    ('pro_subscription', 'Whether the user pays for the pro plan'),
    ('created_at', 'When the user was first seen'),
    ('status', 'State of the account')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.standalone_chat_messages
--! From: 000006-add-standalone-chats-to-verse
select name, expected, found
from (
  values
    (null, 'Messages of the standalone conversations'),
    ('id', 'Primary key'),
    ('chat_id', 'The conversation'),
    ('role', 'Who speaks: user or assistant'),
    ('content', 'The message'),
    ('was_truncated', 'Whether an answer was cut off at the length limit'),
    ('created_at', 'When the message was sent'),
    ('embedding', 'Embedding of the content, to find earlier messages on the same matter; null until it is computed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.standalone_chat_messages'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.standalone_chat_messages') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.standalone_chats
--! From: 000006-add-standalone-chats-to-verse
select name, expected, found
from (
  values
    (null, 'Conversations that do not start from an insight'),
    ('id', 'Primary key'),
    ('user_id', 'Whose conversation it is'),
    ('title', 'Title taken from the first message; null until there is one'),
    ('passage_reference', 'The passage that the conversation started from, if any'),
    ('passage_text', 'Text of that passage'),
    ('created_at', 'When the conversation started'),
    ('updated_at', 'When the last message was sent')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.standalone_chats'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.standalone_chats') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.conversation_summaries before 000036
--! From: 000009-add-conversation-summaries-to-verse
--! Until: 000036-remember-the-last-summarised-message-in-verse
select name, expected, found
from (
  values
    (null, 'Summaries of long conversations, given to the assistant instead of every message'),
    ('id', 'Primary key'),
    ('conversation_type', 'insight or standalone: what conversation_id refers to'),
    ('conversation_id', 'The insight, or the standalone chat, that the conversation belongs to'),
    ('summary_text', 'The summary'),
    ('message_count', 'Number of messages summarised; the summary is stale when the conversation has more'),
    ('created_at', 'When the conversation was first summarised'),
    ('updated_at', 'When the summary was last renewed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.conversation_summaries'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.conversation_summaries') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.conversation_summaries
--! From: 000036-remember-the-last-summarised-message-in-verse
select name, expected, found
from (
  values
    (null, 'Summaries of long conversations, given to the assistant instead of every message'),
    ('id', 'Primary key'),
    ('conversation_type', 'insight or standalone: what conversation_id refers to'),
    ('conversation_id', 'The insight, or the standalone chat, that the conversation belongs to'),
    ('summary_text', 'The summary'),
    ('message_count', 'Number of messages summarised; the summary is stale when the conversation has more'),
    ('created_at', 'When the conversation was first summarised'),
    ('updated_at', 'When the summary was last renewed'),
    ('last_message_id', 'The last message that the summary covers, in the table of its conversation_type; null when it was made before this was kept')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.conversation_summaries'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.conversation_summaries') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.user_devices
--! From: 000015-track-devices-of-verse-users
select name, expected, found
from (
  values
    (null, 'Devices linked to an account'),
    ('id', 'Primary key'),
    ('user_id', 'Whose device it is'),
    ('device_name', 'Name that the user gave the device'),
    ('device_type', 'mobile, tablet, desktop or unknown'),
    ('user_agent', 'User agent at the last visit'),
    ('created_at', 'When the device was linked'),
    ('last_active', 'When the device was last used')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.user_devices'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.user_devices') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of verse.usage_tracking
--! From: 000021-count-usage-of-verse-users-by-day
select name, expected, found
from (
  values
    (null, 'What a user has asked of the language model, one row for each user and day, for daily limits'),
    ('id', 'Primary key'),
    ('user_id', 'The user'),
    ('date', 'The day, in UTC'),
    ('llm_calls', 'Number of calls on that day'),
    ('input_tokens', 'Tokens sent on that day'),
    ('output_tokens', 'Tokens received on that day'),
    ('created_at', 'When the first call of the day was made'),
    ('updated_at', 'When the last call of the day was made')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('verse.usage_tracking'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('verse.usage_tracking') and attname = name)
  end as found
) as live
where found is not null;
