-- Each column with its type, length, nullability and default, as PostgreSQL writes them. A column too few, too many or of another
-- type is a row of its own.

--! Check: the columns of verse.users with status_old
--! From: 000002-create-the-verse-schema-with-pgvector
--! Until: 000038-add-status-beside-status_old-in-verse-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.users_id_seq''::regclass)'),
    ('anonymous_id', 'character varying(36) not null'),
    ('device_count', 'integer not null default 1'),
    ('pro_subscription', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone default now()'),
    ('status_old', 'text')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.users with status beside status_old
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.users_id_seq''::regclass)'),
    ('anonymous_id', 'character varying(36) not null'),
    ('device_count', 'integer not null default 1'),
    ('pro_subscription', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone default now()'),
    ('status_old', 'text'),
    ('status', 'character varying(50)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.users
--! From: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.users_id_seq''::regclass)'),
    ('anonymous_id', 'character varying(36) not null'),
    ('device_count', 'integer not null default 1'),
    ('pro_subscription', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone default now()'),
    ('status', 'character varying(50)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.saved_passages
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.saved_passages_id_seq''::regclass)'),
    ('reference', 'character varying(100) not null'),
    ('book', 'character varying(50) not null'),
    ('chapter', 'integer not null'),
    ('verse_start', 'integer not null'),
    ('verse_end', 'integer'),
    ('translation', 'character varying(10) not null default ''WEB''::character varying'),
    ('text', 'text not null'),
    ('created_at', 'timestamp with time zone default now()'),
    ('updated_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.saved_passages') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.saved_insights before embeddings
--! From: 000002-create-the-verse-schema-with-pgvector
--! Until: 000026-add-embeddings-to-verse-saved_insights
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.saved_insights_id_seq''::regclass)'),
    ('passage_reference', 'character varying(100) not null'),
    ('passage_text', 'text not null'),
    ('historical_context', 'text not null'),
    ('theological_significance', 'text not null'),
    ('practical_application', 'text not null'),
    ('created_at', 'timestamp with time zone default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.saved_insights') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.saved_insights
--! From: 000026-add-embeddings-to-verse-saved_insights
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.saved_insights_id_seq''::regclass)'),
    ('passage_reference', 'character varying(100) not null'),
    ('passage_text', 'text not null'),
    ('historical_context', 'text not null'),
    ('theological_significance', 'text not null'),
    ('practical_application', 'text not null'),
    ('created_at', 'timestamp with time zone default now()'),
    ('embedding', 'vector(1536)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.saved_insights') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.saved_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.saved_definitions_id_seq''::regclass)'),
    ('word', 'character varying(100) not null'),
    ('passage_reference', 'character varying(100) not null'),
    ('verse_text', 'text not null'),
    ('definition', 'text not null'),
    ('biblical_usage', 'text not null'),
    ('original_language', 'text not null'),
    ('created_at', 'timestamp with time zone default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.saved_definitions') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.user_insights
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    ('user_id', 'integer not null'),
    ('insight_id', 'integer not null'),
    ('created_at', 'timestamp with time zone default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.user_insights') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.user_definitions
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    ('user_id', 'integer not null'),
    ('definition_id', 'integer not null'),
    ('created_at', 'timestamp with time zone default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.user_definitions') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.chat_messages
--! From: 000002-create-the-verse-schema-with-pgvector
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.chat_messages_id_seq''::regclass)'),
    ('insight_id', 'integer not null'),
    ('user_id', 'integer not null'),
    ('role', 'character varying(20) not null'),
    ('content', 'text not null'),
    ('was_truncated', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone default now()'),
    ('embedding', 'vector(1536)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.chat_messages') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.standalone_chats
--! From: 000006-add-standalone-chats-to-verse
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.standalone_chats_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('title', 'character varying(200)'),
    ('passage_reference', 'character varying(100)'),
    ('passage_text', 'text'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.standalone_chats') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.standalone_chat_messages
--! From: 000006-add-standalone-chats-to-verse
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.standalone_chat_messages_id_seq''::regclass)'),
    ('chat_id', 'integer not null'),
    ('role', 'character varying(20) not null'),
    ('content', 'text not null'),
    ('was_truncated', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('embedding', 'vector(1536)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.standalone_chat_messages') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.conversation_summaries before last_message_id
--! From: 000009-add-conversation-summaries-to-verse
--! Until: 000036-remember-the-last-summarised-message-in-verse
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.conversation_summaries_id_seq''::regclass)'),
    ('conversation_type', 'character varying(20) not null'),
    ('conversation_id', 'integer not null'),
    ('summary_text', 'text not null'),
    ('message_count', 'integer not null'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.conversation_summaries') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.conversation_summaries
--! From: 000036-remember-the-last-summarised-message-in-verse
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.conversation_summaries_id_seq''::regclass)'),
    ('conversation_type', 'character varying(20) not null'),
    ('conversation_id', 'integer not null'),
    ('summary_text', 'text not null'),
    ('message_count', 'integer not null'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('last_message_id', 'integer')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.conversation_summaries') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.user_devices
--! From: 000015-track-devices-of-verse-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.user_devices_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('device_name', 'character varying(100)'),
    ('device_type', 'character varying(20) not null default ''unknown''::character varying'),
    ('user_agent', 'text'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('last_active', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.user_devices') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of verse.usage_tracking
--! From: 000021-count-usage-of-verse-users-by-day
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''verse.usage_tracking_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('date', 'date not null'),
    ('llm_calls', 'integer not null default 0'),
    ('input_tokens', 'bigint not null default 0'),
    ('output_tokens', 'bigint not null default 0'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('verse.usage_tracking') and attnum > 0 and not attisdropped
) as live using (name);
