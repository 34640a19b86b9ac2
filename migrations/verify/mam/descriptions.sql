-- The comments to the letter, a table a check: one that is missing is what comments.sql looks for.

--! Check: what is said of the schema
--! From: 000007-create-the-mam-schema
select 'MAMcrawler: a library of audiobooks, its series, and what is still missing' as expected, found
from obj_description(to_regnamespace('mam'), 'pg_namespace') as found
where found is not null;

--! Check: what is said of mam.authors
--! From: 000007-create-the-mam-schema
select name, expected, found
from (
  values
    (null, 'Authors of the audiobooks'),
    ('id', 'Primary key'),
    ('name', 'Name as printed on the cover'),
    ('sort_name', 'Name to sort by, family name first'),
    ('goodreads_id', 'Identifier at Goodreads, unique'),
    ('audible_id', 'Identifier at Audible, unique'),
    ('description', 'Short biography'),
    ('created_at', 'When the author was added')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.authors'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.authors') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.book_authors
--! From: 000007-create-the-mam-schema
select name, expected, found
from (
  values
    (null, 'Who wrote a book'),
    ('book_id', 'The book'),
    ('author_id', 'An author of the book'),
    ('position', 'Place on the cover, from 1')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.book_authors'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.book_authors') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.books before 000030
--! From: 000007-create-the-mam-schema
--! Until: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
select name, expected, found
from (
  values
    (null, 'Audiobooks, owned or wanted'),
    ('id', 'Primary key'),
    ('title', 'Title'),
    ('subtitle', 'Subtitle'),
    ('asin', 'Identifier at Amazon and Audible, unique'),
    ('isbn', 'ISBN-10 or ISBN-13 without hyphens'),
    ('series_id', 'The series that the book belongs to, if any'),
    ('series_position', 'Place in the series; 2.5 stands between the second and the third'),
    ('duration_minutes', 'Playing time in minutes'),
    ('published_year', 'Year of publication'),
    ('publisher', 'Publisher of the recording'),
    ('description', 'Blurb'),
    ('metadata', 'What the sources say of the book, as they say it'),
    ('status', 'wanted, downloading, owned, missing or archived'),
    ('created_at', 'When the book was added'),
    ('updated_at', 'When the book was last changed; null when it never was')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.books
--! From: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
select name, expected, found
from (
  values
    (null, 'Audiobooks, owned or wanted'),
    ('id', 'Primary key'),
    ('title', 'Title'),
    ('subtitle', 'Subtitle'),
    ('asin', 'Identifier at Amazon and Audible, unique'),
    ('isbn', 'ISBN-10 or ISBN-13 without hyphens'),
    ('series_id', 'The series that the book belongs to, if any'),
    ('series_position', 'Place in the series; 2.5 stands between the second and the third'),
    ('duration_minutes', 'Playing time in minutes'),
    ('published_year', 'Year of publication'),
    ('publisher', 'Publisher of the recording'),
    ('description', 'Blurb'),
    ('metadata', 'What the sources say of the book, as they say it'),
    ('status', 'wanted, downloading, owned, missing or archived'),
    ('created_at', 'When the book was added'),
    ('updated_at', 'When the book was last changed; null when it never was'),
    ('book_quality', 'How good the recording is for narrator matching, from 0 to 1; null until it is measured')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.books') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.series before 000035
--! From: 000007-create-the-mam-schema
--! Until: 000035-add-series-completion-tracking-to-mam-series
select name, expected, found
from (
  values
    (null, 'Series that books belong to'),
    ('id', 'Primary key'),
    ('name', 'Name of the series, unique for the author'),
    ('author_id', 'Author of the series; null for a series of several authors'),
    ('total_books', 'Number of books in the series; null when it is not known'),
    ('created_at', 'When the series was added')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.series'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.series') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.series
--! From: 000035-add-series-completion-tracking-to-mam-series
select name, expected, found
from (
  values
    (null, 'Series that books belong to'),
    ('id', 'Primary key'),
    ('name', 'Name of the series, unique for the author'),
    ('author_id', 'Author of the series; null for a series of several authors'),
    ('total_books', 'Number of books in the series; null when it is not known'),
    ('created_at', 'When the series was added'),
    ('owned_books', 'Number of books of the series in the library, at the last check'),
    ('completion_pct', 'owned_books of total_books, in percent'),
    ('completion_status', 'unknown, partial or complete'),
    ('checked_at', 'When the series was last checked for gaps; null when it never was')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.series'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.series') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.downloads
--! From: 000011-track-downloads-of-mam-books
select name, expected, found
from (
  values
    (null, 'Downloads of books, with every attempt to fetch one'),
    ('id', 'Primary key'),
    ('book_id', 'The book that is fetched'),
    ('source', 'Where the release was found'),
    ('external_id', 'Identifier of the release at the source'),
    ('info_hash', 'Info hash of the torrent in hexadecimal, unique'),
    ('release_title', 'Title of the release at the source'),
    ('format', 'File format, such as m4b or mp3'),
    ('bitrate_kbps', 'Bit rate in kbit/s'),
    ('size_bytes', 'Size in bytes'),
    ('status', 'queued, downloading, seeding, completed, failed or abandoned'),
    ('attempts', 'Number of attempts so far'),
    ('next_retry_at', 'When a failed download is tried again'),
    ('error_message', 'Why the last attempt failed'),
    ('created_at', 'When the download was queued'),
    ('completed_at', 'When the files had arrived')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.downloads'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.downloads') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.book_narrators
--! From: 000014-add-narrators-of-mam-books
select name, expected, found
from (
  values
    (null, 'Who reads a book, and how sure that is'),
    ('book_id', 'The book'),
    ('narrator_id', 'A narrator of the book'),
    ('confidence', 'How sure the match is, from 0 to 1'),
    ('source', 'What the match was made from, such as audible, filename or speech')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.book_narrators'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.book_narrators') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.narrators
--! From: 000014-add-narrators-of-mam-books
select name, expected, found
from (
  values
    (null, 'Narrators of the audiobooks'),
    ('id', 'Primary key'),
    ('name', 'Name as the source gives it, unique'),
    ('normalized_name', 'Name in lower case without accents, initials and punctuation, to match spellings by'),
    ('created_at', 'When the narrator was added')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.narrators'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.narrators') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of mam.missing_books
--! From: 000017-record-missing-books-of-a-mam-series
select name, expected, found
from (
  values
    (null, 'Gaps in a series: books that exist and are not in the library'),
    ('id', 'Primary key'),
    ('series_id', 'The series with the gap'),
    ('series_position', 'Place of the missing book in the series'),
    ('title', 'Title of the missing book, when it is known'),
    ('reported_at', 'When the gap was found'),
    ('resolved_book_id', 'The book that closed the gap; null while it is open')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('mam.missing_books'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('mam.missing_books') and attname = name)
  end as found
) as live
where found is not null;
