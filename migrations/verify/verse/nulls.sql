-- Columns that must have a value, by leaving it out.

--! Check: a value is demanded where there must be one
--! From: 000002-create-the-verse-schema-with-pgvector
-- Each row holds what its table demands. It is inserted once without each of its columns, which the server has to miss. Tables and columns
-- that are not there yet are left out; columns.sql says that none is missing.
create function pg_temp.missed(relation text, incomplete jsonb)
  returns text
  language plpgsql
as $$
declare
  missed text;
begin
  execute format('insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, $1)', relation) using incomplete;
  return null;
exception
  when integrity_constraint_violation then
    get stacked diagnostics missed = column_name;
    return missed;
end;
$$;

select relation, attname as expected, pg_temp.missed(relation, complete - attname::text) as found
from (
  values
    ('verse.users', '{"id": 0, "anonymous_id": "", "device_count": 0, "pro_subscription": false}'),
    ('verse.saved_passages',
      '{"id": 0, "reference": "", "book": "", "chapter": 0, "verse_start": 0, "translation": "", "text": ""}'),
    ('verse.saved_insights',
      '{"id": 0, "passage_reference": "", "passage_text": "", "historical_context": "", "theological_significance": "",
       "practical_application": ""}'),
    ('verse.saved_definitions',
      '{"id": 0, "word": "", "passage_reference": "", "verse_text": "", "definition": "", "biblical_usage": "",
       "original_language": ""}'),
    ('verse.user_insights', '{"user_id": 0, "insight_id": 0}'),
    ('verse.user_definitions', '{"user_id": 0, "definition_id": 0}'),
    ('verse.chat_messages', '{"id": 0, "insight_id": 0, "user_id": 0, "role": "", "content": "", "was_truncated": false}'),
    ('verse.standalone_chats', '{"id": 0, "user_id": 0, "created_at": "2000-01-01", "updated_at": "2000-01-01"}'),
    ('verse.standalone_chat_messages',
      '{"id": 0, "chat_id": 0, "role": "", "content": "", "was_truncated": false, "created_at": "2000-01-01"}'),
    ('verse.conversation_summaries',
      '{"id": 0, "conversation_type": "", "conversation_id": 0, "summary_text": "", "message_count": 0,
       "created_at": "2000-01-01", "updated_at": "2000-01-01"}'),
    ('verse.user_devices', '{"id": 0, "user_id": 0, "device_type": "", "created_at": "2000-01-01", "last_active": "2000-01-01"}'),
    ('verse.usage_tracking',
      '{"id": 0, "user_id": 0, "date": "2000-01-01", "llm_calls": 0, "input_tokens": 0, "output_tokens": 0,
       "created_at": "2000-01-01", "updated_at": "2000-01-01"}')
) as demand (relation, demanded)
cross join lateral (select demanded::jsonb as complete) as json
join pg_attribute on attrelid = to_regclass(relation) and complete ? attname::text;
