-- Each constraint by violating it, and by what it must let through. A unique constraint and a check speak before foreign keys do, so that no
-- row of another table is needed to hear them.

--! Check: these constraints and no others
--! From: 000021-count-usage-of-verse-users-by-day
-- A check is told without its parentheses and casts, which say nothing here.
select relation, name, expected, found
from (
  values
    ('verse.users', 'users_pkey', 'PRIMARY KEY (id)'),
    ('verse.saved_passages', 'saved_passages_pkey', 'PRIMARY KEY (id)'),
    ('verse.saved_insights', 'saved_insights_pkey', 'PRIMARY KEY (id)'),
    ('verse.saved_definitions', 'saved_definitions_pkey', 'PRIMARY KEY (id)'),
    (
      'verse.user_insights',
      'user_insights_insight_id_fkey',
      'FOREIGN KEY (insight_id) REFERENCES verse.saved_insights(id) ON DELETE CASCADE'
    ),
    ('verse.user_insights', 'user_insights_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.user_insights', 'user_insights_pkey', 'PRIMARY KEY (user_id, insight_id)'),
    (
      'verse.user_definitions',
      'user_definitions_definition_id_fkey',
      'FOREIGN KEY (definition_id) REFERENCES verse.saved_definitions(id) ON DELETE CASCADE'
    ),
    ('verse.user_definitions', 'user_definitions_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.user_definitions', 'user_definitions_pkey', 'PRIMARY KEY (user_id, definition_id)'),
    (
      'verse.chat_messages',
      'chat_messages_insight_id_fkey',
      'FOREIGN KEY (insight_id) REFERENCES verse.saved_insights(id) ON DELETE CASCADE'
    ),
    ('verse.chat_messages', 'chat_messages_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.chat_messages', 'chat_messages_pkey', 'PRIMARY KEY (id)'),
    ('verse.standalone_chats', 'standalone_chats_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.standalone_chats', 'standalone_chats_pkey', 'PRIMARY KEY (id)'),
    (
      'verse.standalone_chat_messages',
      'standalone_chat_messages_chat_id_fkey',
      'FOREIGN KEY (chat_id) REFERENCES verse.standalone_chats(id) ON DELETE CASCADE'
    ),
    ('verse.standalone_chat_messages', 'standalone_chat_messages_pkey', 'PRIMARY KEY (id)'),
    ('verse.conversation_summaries', 'conversation_summaries_pkey', 'PRIMARY KEY (id)'),
    (
      'verse.conversation_summaries',
      'conversation_summaries_conversation_type_conversation_id_key',
      'UNIQUE (conversation_type, conversation_id)'
    ),
    ('verse.user_devices', 'user_devices_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.user_devices', 'user_devices_pkey', 'PRIMARY KEY (id)'),
    ('verse.usage_tracking', 'usage_tracking_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES verse.users(id) ON DELETE CASCADE'),
    ('verse.usage_tracking', 'usage_tracking_pkey', 'PRIMARY KEY (id)'),
    ('verse.usage_tracking', 'uix_user_date', 'UNIQUE (user_id, date)')
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
  where connamespace = to_regnamespace('verse') and contype <> 'n'
) as live using (relation, name);

--! Check: no two rows of users share id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 users_pkey
insert into verse.users (id, anonymous_id)
values
  (-1, 'a-checked-user'),
  (-1, 'another-checked-user');

--! Check: no two rows of users share anonymous_id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 ix_users_anonymous_id
insert into verse.users (id, anonymous_id)
values
  (-1, 'a-checked-user'),
  (-2, 'a-checked-user');

--! Check: no two rows of saved_passages share id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 saved_passages_pkey
insert into verse.saved_passages (id, reference, book, chapter, verse_start, text)
values
  (-1, '', '', 1, 1, ''),
  (-1, '', '', 1, 1, '');

--! Check: no two rows of saved_insights share id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 saved_insights_pkey
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values
  (-1, 'Checked 1', 'In the beginning', '', '', ''),
  (-1, 'Checked 2', 'In the beginning', '', '', '');

--! Check: no two rows of saved_insights share passage_reference and passage_text
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 uix_passage_reference_text
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values
  (-1, 'Checked 1', 'In the beginning', '', '', ''),
  (-2, 'Checked 1', 'In the beginning', '', '', '');

--! Check: no two rows of saved_definitions share id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 saved_definitions_pkey
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
values
  (-1, 'checked', 'Checked 1', 'In the beginning', '', '', ''),
  (-1, 'unchecked', 'Checked 1', 'In the beginning', '', '', '');

--! Check: no two rows of saved_definitions share word, passage_reference and verse_text
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 uix_word_reference_verse
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
values
  (-1, 'checked', 'Checked 1', 'In the beginning', '', '', ''),
  (-2, 'checked', 'Checked 1', 'In the beginning', '', '', '');

--! Check: no two rows of user_insights share user_id and insight_id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 user_insights_pkey
insert into verse.user_insights (user_id, insight_id)
values
  (-1, -1),
  (-1, -1);

--! Check: no two rows of user_definitions share user_id and definition_id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 user_definitions_pkey
insert into verse.user_definitions (user_id, definition_id)
values
  (-1, -1),
  (-1, -1);

--! Check: no two rows of chat_messages share id
--! From: 000002-create-the-verse-schema-with-pgvector
--! Raises: 23505 chat_messages_pkey
insert into verse.chat_messages (id, insight_id, user_id, role, content)
values
  (-1, -1, -1, 'user', ''),
  (-1, -2, -2, 'user', '');

--! Check: no two rows of standalone_chats share id
--! From: 000006-add-standalone-chats-to-verse
--! Raises: 23505 standalone_chats_pkey
insert into verse.standalone_chats (id, user_id)
values
  (-1, -1),
  (-1, -2);

--! Check: no two rows of standalone_chat_messages share id
--! From: 000006-add-standalone-chats-to-verse
--! Raises: 23505 standalone_chat_messages_pkey
insert into verse.standalone_chat_messages (id, chat_id, role, content)
values
  (-1, -1, 'user', ''),
  (-1, -2, 'user', '');

--! Check: no two rows of conversation_summaries share id
--! From: 000009-add-conversation-summaries-to-verse
--! Raises: 23505 conversation_summaries_pkey
insert into verse.conversation_summaries (id, conversation_type, conversation_id, summary_text, message_count)
values
  (-1, 'insight', -1, '', 1),
  (-1, 'insight', -2, '', 1);

--! Check: no two rows of conversation_summaries share conversation_type and conversation_id
--! From: 000009-add-conversation-summaries-to-verse
--! Raises: 23505 conversation_summaries_conversation_type_conversation_id_key
insert into verse.conversation_summaries (id, conversation_type, conversation_id, summary_text, message_count)
values
  (-1, 'insight', -1, '', 1),
  (-2, 'insight', -1, '', 1);

--! Check: no two rows of user_devices share id
--! From: 000015-track-devices-of-verse-users
--! Raises: 23505 user_devices_pkey
insert into verse.user_devices (id, user_id)
values
  (-1, -1),
  (-1, -2);

--! Check: no two rows of usage_tracking share id
--! From: 000021-count-usage-of-verse-users-by-day
--! Raises: 23505 usage_tracking_pkey
insert into verse.usage_tracking (id, user_id, date)
values
  (-1, -1, '2000-01-01'),
  (-1, -2, '2000-01-02');

--! Check: no two rows of usage_tracking share user_id and date
--! From: 000021-count-usage-of-verse-users-by-day
--! Raises: 23505 uix_user_date
insert into verse.usage_tracking (id, user_id, date)
values
  (-1, -1, '2000-01-01'),
  (-2, -1, '2000-01-01');
