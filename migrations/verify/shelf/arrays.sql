-- Further warnings of a book are an array of short texts.

--! Check: books are found by the warnings that they carry
--! From: 000003-add-content-ratings-to-shelf
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (
  id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level, other_tags
)
values (-1, -1, -1, 0, 0, 0, 0, '{grief,"animal death"}');
select expression, expected, found
from shelf.content_ratings
cross join lateral (
  values
    ('''grief'' = any (other_tags)', 'true', ('grief' = any (other_tags))::text),
    ('other_tags && ''{war,animal death}''', 'true', (other_tags && '{war,animal death}')::text),
    ('other_tags @> ''{war}''', 'false', (other_tags @> '{war}')::text),
    ('cardinality(other_tags)', '2', cardinality(other_tags)::text)
) as readings (expression, expected, found)
where id = -1;

--! Check: a warning has a hundred characters at most
--! From: 000003-add-content-ratings-to-shelf
--! Raises: 22001
insert into shelf.content_ratings (
  id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level, other_tags
)
values (-1, -1, -1, 0, 0, 0, 0, array[repeat('a', 101)]);
