-- Columns that must have a value, by leaving it out.

--! Check: a value is demanded where there must be one
--! From: 000007-create-the-mam-schema
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
    ('mam.authors', '{"id": 0, "name": "", "created_at": "2000-01-01"}'),
    ('mam.series',
      '{"id": 0, "name": "", "created_at": "2000-01-01", "owned_books": 0, "completion_pct": 0, "completion_status": ""}'),
    ('mam.books', '{"id": 0, "title": "", "metadata": {}, "status": "", "created_at": "2000-01-01"}'),
    ('mam.book_authors', '{"book_id": 0, "author_id": 0, "position": 0}'),
    ('mam.downloads',
      '{"id": 0, "book_id": 0, "source": "", "release_title": "", "status": "", "attempts": 0,
       "created_at": "2000-01-01"}'),
    ('mam.narrators', '{"id": 0, "name": "", "normalized_name": "", "created_at": "2000-01-01"}'),
    ('mam.book_narrators', '{"book_id": 0, "narrator_id": 0, "confidence": 0, "source": ""}'),
    ('mam.missing_books', '{"id": 0, "series_id": 0, "series_position": 0, "reported_at": "2000-01-01"}')
) as demand (relation, demanded)
cross join lateral (select demanded::jsonb as complete) as json
join pg_attribute on attrelid = to_regclass(relation) and complete ? attname::text;
