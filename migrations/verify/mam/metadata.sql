-- What the sources say of a book is kept as they say it.

--! Check: a book without metadata has an empty object
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title)
values (-1, 'Checked');
select '{}' as expected, metadata as found from mam.books where id = -1;

--! Check: the operators of jsonb read metadata
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title, metadata)
values (-1, 'Checked', '{"audible": {"rating": 4.5, "formats": ["m4b", "mp3"]}, "language": "en"}');
select expression, expected, found
from mam.books
cross join lateral (
  values
    ('metadata #>> ''{audible,rating}''', '4.5', metadata #>> '{audible,rating}'),
    ('metadata @> ''{"audible": {"formats": ["mp3"]}}''', 'true', (metadata @> '{"audible": {"formats": ["mp3"]}}')::text),
    ('metadata ? ''language''', 'true', (metadata ? 'language')::text),
    ('metadata ? ''goodreads''', 'false', (metadata ? 'goodreads')::text)
) as readings (expression, expected, found)
where id = -1;
