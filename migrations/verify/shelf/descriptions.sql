-- The comments to the letter, a table a check: one that is missing is what comments.sql looks for.

--! Check: what is said of the schema
--! From: 000001-create-the-shelf-schema
select 'The Shelf: readers, books, shelves and reviews' as expected, found
from obj_description(to_regnamespace('shelf'), 'pg_namespace') as found
where found is not null;

--! Check: what is said of the functions
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    ('shelf.mark_stale_fingerprints()', 'Marks the books whose ratings a statement has changed'),
    ('shelf.recalculate_fingerprints(integer[])', 'Brings the fingerprints of books in line with their ratings, and gives the books whose fingerprint it has written or deleted. What is rated while it runs is marked and left for the next time.')
) as wanted (name, expected)
cross join lateral obj_description(to_regprocedure(name), 'pg_proc') as found
where found is not null;

--! Check: what is said of shelf.book_genres
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    (null, 'Which genres a book belongs to'),
    ('book_id', 'The book'),
    ('genre_id', 'A genre of the book')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.book_genres'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.book_genres') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.books before 000024
--! From: 000001-create-the-shelf-schema
--! Until: 000024-add-description-embeddings-to-shelf-books
select name, expected, found
from (
  values
    (null, 'Books that readers can put on their shelves'),
    ('id', 'Primary key'),
    ('title', 'Title as printed on the cover'),
    ('author', 'Author or authors, as printed on the cover'),
    ('isbn', 'ISBN-10 or ISBN-13 without hyphens, when the book has one'),
    ('description', 'Blurb shown on the book''s page; text that similar books are found by'),
    ('cover_url', 'Address of the cover image'),
    ('publication_date', 'First publication, as far as it is known'),
    ('author_bio', 'Short biography of the author'),
    ('page_count', 'Number of pages'),
    ('external_rating', 'Average rating at the source that the book was imported from'),
    ('external_rating_count', 'Number of ratings behind external_rating'),
    ('buy_link', 'Where the book can be bought'),
    ('created_at', 'When the book was added to the catalogue')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.books
--! From: 000024-add-description-embeddings-to-shelf-books
select name, expected, found
from (
  values
    (null, 'Books that readers can put on their shelves'),
    ('id', 'Primary key'),
    ('title', 'Title as printed on the cover'),
    ('author', 'Author or authors, as printed on the cover'),
    ('isbn', 'ISBN-10 or ISBN-13 without hyphens, when the book has one'),
    ('description', 'Blurb shown on the book''s page; text that similar books are found by'),
    ('cover_url', 'Address of the cover image'),
    ('publication_date', 'First publication, as far as it is known'),
    ('author_bio', 'Short biography of the author'),
    ('page_count', 'Number of pages'),
    ('external_rating', 'Average rating at the source that the book was imported from'),
    ('external_rating_count', 'Number of ratings behind external_rating'),
    ('buy_link', 'Where the book can be bought'),
    ('created_at', 'When the book was added to the catalogue'),
    ('description_embedding', 'Embedding of the description, for similar books; null until it is computed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.genres
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    (null, 'Genres that books belong to'),
    ('id', 'Primary key'),
    ('name', 'Name of the genre, unique')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.genres'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.genres') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.reviews
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    (null, 'Written reviews, one for each reader and book'),
    ('id', 'Primary key'),
    ('user_id', 'Who wrote the review'),
    ('book_id', 'The book under review'),
    ('review_text', 'The review as written'),
    ('created_at', 'When the review was first published'),
    ('updated_at', 'When the review was last edited')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.reviews'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.reviews') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.user_books
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    (null, 'A reader''s shelf: one row for each book on it'),
    ('id', 'Primary key'),
    ('user_id', 'Whose shelf'),
    ('book_id', 'The book on it'),
    ('status', 'want_to_read, currently_reading, finished or dnf (did not finish)'),
    ('rating', 'Star rating from 1 to 5; null when the reader gave none'),
    ('date_added', 'When the book was put on the shelf'),
    ('date_started', 'When the reader began the book'),
    ('date_finished', 'When the reader finished the book')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.user_books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.user_books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.users before 000010
--! From: 000001-create-the-shelf-schema
--! Until: 000010-add-role-column-to-shelf-users
select name, expected, found
from (
  values
    (null, 'Readers with an account'),
    ('id', 'Primary key'),
    ('username', 'Name shown to other readers, unique'),
    ('email', 'Address used to sign in, unique'),
    ('password_hash', 'Salted hash of the password, never the password'),
    ('created_at', 'When the account was opened')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.users
--! From: 000010-add-role-column-to-shelf-users
select name, expected, found
from (
  values
    (null, 'Readers with an account'),
    ('id', 'Primary key'),
    ('username', 'Name shown to other readers, unique'),
    ('email', 'Address used to sign in, unique'),
    ('password_hash', 'Salted hash of the password, never the password'),
    ('created_at', 'When the account was opened'),
    ('role', 'What the reader may do: user, or a role with more rights such as moderator or admin')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.content_ratings
--! From: 000003-add-content-ratings-to-shelf
select name, expected, found
from (
  values
    (null, 'What readers warn of in a book, one row for each reader and book'),
    ('id', 'Primary key'),
    ('book_id', 'The book'),
    ('user_id', 'Who rated its content'),
    ('violence_level', 'Violence, from 0 (none) to 4 (graphic)'),
    ('language_level', 'Strong language, from 0 (none) to 4 (constant)'),
    ('sexual_content_level', 'Sexual content, from 0 (none) to 4 (explicit)'),
    ('substance_use_level', 'Drugs and alcohol, from 0 (none) to 4 (central to the book)'),
    ('other_tags', 'Further warnings in the reader''s words'),
    ('created_at', 'When the content was rated')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.content_ratings'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.content_ratings') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.related_books
--! From: 000005-create-shelf-related_books-junction-table
select name, expected, found
from (
  values
    (null, 'Books that an editor has linked to a book: sequels, editions, companions'),
    ('book_id', 'The book whose page shows the link'),
    ('related_book_id', 'The book that the link leads to')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.related_books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.related_books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.reading_sessions
--! From: 000016-record-reading-sessions-in-shelf
select name, expected, found
from (
  values
    (null, 'Time that readers have spent reading, for streaks and statistics'),
    ('id', 'Primary key'),
    ('user_id', 'Who read'),
    ('book_id', 'What was read; null once the book has left the catalogue'),
    ('session_date', 'The reader''s own calendar day'),
    ('minutes_read', 'Minutes spent reading'),
    ('pages_read', 'Pages read, when the reader counted them'),
    ('created_at', 'When the session was recorded')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.reading_sessions'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.reading_sessions') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.multi_dimensional_ratings
--! From: 000018-add-multi-dimensional-ratings
select name, expected, found
from (
  values
    (null, '7-axis ratings, one row for each reader and book'),
    ('id', 'Primary key'),
    ('user_id', 'Who rated'),
    ('book_id', 'The rated book'),
    ('pace', 'Pace, from 1 (very slow) to 5 (very fast); null when not rated'),
    ('emotional_impact', 'Emotional impact, from 1 to 5; null when not rated'),
    ('complexity', 'Complexity, from 1 to 5; null when not rated'),
    ('character_development', 'Character development, from 1 to 5; null when not rated'),
    ('plot_quality', 'Plot quality, from 1 to 5; null when not rated'),
    ('prose_style', 'Prose style, from 1 to 5; null when not rated'),
    ('originality', 'Originality, from 1 to 5; null when not rated'),
    ('created_at', 'When the book was first rated'),
    ('updated_at', 'When the rating was last changed; null when it never was')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.multi_dimensional_ratings'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.multi_dimensional_ratings') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.book_fingerprints before 000031
--! From: 000019-add-book-fingerprints
--! Until: 000031-add-fingerprint-vectors-to-shelf
select name, expected, found
from (
  values
    (null, 'Aggregated ratings of a book; a book without ratings has no row'),
    ('book_id', 'Primary key: the book'),
    ('avg_pace', 'Average pace over the ratings that have one'),
    ('avg_emotional_impact', 'Average emotional impact over the ratings that have one'),
    ('avg_complexity', 'Average complexity over the ratings that have one'),
    ('avg_character_development', 'Average character development over the ratings that have one'),
    ('avg_plot_quality', 'Average plot quality over the ratings that have one'),
    ('avg_prose_style', 'Average prose style over the ratings that have one'),
    ('avg_originality', 'Average originality over the ratings that have one'),
    ('star_equivalent', 'Mean of the averages that are present, as a star rating; null when none is'),
    ('total_ratings', 'Number of ratings of the book, complete or not'),
    ('updated_at', 'When the fingerprint was last recalculated')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.book_fingerprints'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.book_fingerprints') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.book_fingerprints
--! From: 000031-add-fingerprint-vectors-to-shelf
select name, expected, found
from (
  values
    (null, 'Aggregated ratings of a book; a book without ratings has no row'),
    ('book_id', 'Primary key: the book'),
    ('avg_pace', 'Average pace over the ratings that have one'),
    ('avg_emotional_impact', 'Average emotional impact over the ratings that have one'),
    ('avg_complexity', 'Average complexity over the ratings that have one'),
    ('avg_character_development', 'Average character development over the ratings that have one'),
    ('avg_plot_quality', 'Average plot quality over the ratings that have one'),
    ('avg_prose_style', 'Average prose style over the ratings that have one'),
    ('avg_originality', 'Average originality over the ratings that have one'),
    ('star_equivalent', 'Mean of the averages that are present, as a star rating; null when none is'),
    ('total_ratings', 'Number of ratings of the book, complete or not'),
    ('updated_at', 'When the fingerprint was last recalculated'),
    ('fingerprint_vector', 'The seven averages as a vector, 3.0 where one is missing, for books of a similar feel; null until it is computed')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.book_fingerprints'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.book_fingerprints') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.calculated_fingerprints
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    (null, 'What the fingerprint of each rated book is by its ratings of this moment'),
    ('book_id', 'The book'),
    ('avg_pace', 'Average pace over the ratings that have one'),
    ('avg_emotional_impact', 'Average emotional impact over the ratings that have one'),
    ('avg_complexity', 'Average complexity over the ratings that have one'),
    ('avg_character_development', 'Average character development over the ratings that have one'),
    ('avg_plot_quality', 'Average plot quality over the ratings that have one'),
    ('avg_prose_style', 'Average prose style over the ratings that have one'),
    ('avg_originality', 'Average originality over the ratings that have one'),
    ('star_equivalent', 'Mean of the averages that are present; null when none is'),
    ('total_ratings', 'Number of ratings of the book, complete or not'),
    ('fingerprint_vector', 'The seven averages as a vector, 3.0 where one is missing')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.calculated_fingerprints'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.calculated_fingerprints') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of shelf.stale_fingerprints
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    (null, 'Books whose ratings have changed since their fingerprint was calculated, a mark for each statement that has changed some. Writers only add, so that none waits for another or for a recalculation; no foreign key, so that none waits for a book that is being deleted.'),
    ('book_id', 'The book; it may be gone'),
    ('mark', 'Tells the marks of a book apart'),
    ('marked_at', 'When the transaction began that has changed its ratings')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('shelf.stale_fingerprints'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('shelf.stale_fingerprints') and attname = name)
  end as found
) as live
where found is not null;
