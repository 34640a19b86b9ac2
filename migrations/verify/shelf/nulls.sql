-- Columns that must have a value, by leaving it out.

--! Check: a value is demanded where there must be one
--! From: 000001-create-the-shelf-schema
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
    ('shelf.users', '{"id": 0, "username": "", "email": "", "password_hash": "", "created_at": "2000-01-01", "role": ""}'),
    ('shelf.books', '{"id": 0, "title": "", "author": "", "created_at": "2000-01-01"}'),
    ('shelf.genres', '{"id": 0, "name": ""}'),
    ('shelf.book_genres', '{"book_id": 0, "genre_id": 0}'),
    ('shelf.user_books', '{"id": 0, "user_id": 0, "book_id": 0, "status": "", "date_added": "2000-01-01"}'),
    ('shelf.reviews',
      '{"id": 0, "user_id": 0, "book_id": 0, "review_text": "", "created_at": "2000-01-01", "updated_at": "2000-01-01"}'),
    ('shelf.content_ratings',
      '{"id": 0, "book_id": 0, "user_id": 0, "violence_level": 0, "language_level": 0, "sexual_content_level": 0,
       "substance_use_level": 0, "created_at": "2000-01-01"}'),
    ('shelf.related_books', '{"book_id": 0, "related_book_id": 0}'),
    ('shelf.reading_sessions',
      '{"id": 0, "user_id": 0, "session_date": "2000-01-01", "minutes_read": 0, "created_at": "2000-01-01"}'),
    ('shelf.multi_dimensional_ratings', '{"id": 0, "user_id": 0, "book_id": 0, "created_at": "2000-01-01"}'),
    ('shelf.book_fingerprints', '{"book_id": 0, "total_ratings": 0, "updated_at": "2000-01-01"}'),
    ('shelf.stale_fingerprints', '{"book_id": 0, "mark": 0, "marked_at": "2000-01-01"}')
) as demand (relation, demanded)
cross join lateral (select demanded::jsonb as complete) as json
join pg_attribute on attrelid = to_regclass(relation) and complete ? attname::text;
