-- Columns that must have a value, by leaving it out.

--! Check: a value is demanded where there must be one
--! From: 000004-create-the-anki-schema
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
    ('anki.users',
      '{"id": "00000000-0000-0000-0000-000000000000", "email": "", "username": "", "password_hash": "", "is_active": false,
       "subscription_tier": "", "created_at": "2000-01-01", "updated_at": "2000-01-01", "email_verified": false}'),
    ('anki.decks',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "name": "",
       "card_count": 0, "created_at": "2000-01-01"}'),
    ('anki.jobs',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "kind": "",
       "status": "", "progress": 0, "payload": {}, "attempts": 0, "created_at": "2000-01-01",
       "updated_at": "2000-01-01"}'),
    ('anki.settings',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "theme": "",
       "language": "", "cards_per_deck": 0, "email_notifications": false, "preferences": {}, "created_at": "2000-01-01",
       "updated_at": "2000-01-01"}'),
    ('anki.subscriptions',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "tier": "",
       "status": "", "provider": "", "price": 0, "currency": "", "period_start": "2000-01-01", "period_end": "2000-01-01",
       "created_at": "2000-01-01", "updated_at": "2000-01-01"}'),
    ('anki.audit_logs',
      '{"id": "00000000-0000-0000-0000-000000000000", "action": "", "details": {}, "created_at": "2000-01-01"}'),
    ('anki.notifications',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "kind": "",
       "title": "", "status": "", "created_at": "2000-01-01"}'),
    ('anki.tags',
      '{"id": "00000000-0000-0000-0000-000000000000", "user_id": "00000000-0000-0000-0000-000000000000", "name": ""}'),
    ('anki.deck_tags', '{"deck_id": "00000000-0000-0000-0000-000000000000", "tag_id": "00000000-0000-0000-0000-000000000000"}'),
    ('anki.document_chunks',
      '{"id": "00000000-0000-0000-0000-000000000000", "deck_id": "00000000-0000-0000-0000-000000000000", "position": 0,
       "content": "", "created_at": "2000-01-01"}')
) as demand (relation, demanded)
cross join lateral (select demanded::jsonb as complete) as json
join pg_attribute on attrelid = to_regclass(relation) and complete ? attname::text;
