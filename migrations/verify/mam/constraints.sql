-- Each constraint by violating it, and by what it must let through. A unique constraint and a check speak before foreign keys do, so that no
-- row of another table is needed to hear them.

--! Check: these constraints and no others
--! From: 000037-validate-series-completion-of-mam-series
-- A check is told without its parentheses and casts, which say nothing here.
select relation, name, expected, found
from (
  values
    ('mam.authors', 'authors_pkey', 'PRIMARY KEY (id)'),
    ('mam.authors', 'authors_audible_id_key', 'UNIQUE (audible_id)'),
    ('mam.authors', 'authors_goodreads_id_key', 'UNIQUE (goodreads_id)'),
    ('mam.series', 'series_completion_pct_check', 'CHECK completion_pct >= 0 AND completion_pct <= 100'),
    ('mam.series', 'series_completion_status_check', 'CHECK completion_status = ANY ARRAY[''unknown'', ''partial'', ''complete'']'),
    ('mam.series', 'series_total_books_check', 'CHECK total_books > 0'),
    ('mam.series', 'series_author_id_fkey', 'FOREIGN KEY (author_id) REFERENCES mam.authors(id) ON DELETE SET NULL'),
    ('mam.series', 'series_pkey', 'PRIMARY KEY (id)'),
    ('mam.series', 'series_name_author_id_key', 'UNIQUE NULLS NOT DISTINCT (name, author_id)'),
    ('mam.books', 'books_book_quality_check', 'CHECK book_quality >= 0 AND book_quality <= 1'),
    ('mam.books', 'books_duration_minutes_check', 'CHECK duration_minutes > 0'),
    ('mam.books', 'books_status_check', 'CHECK status = ANY ARRAY[''wanted'', ''downloading'', ''owned'', ''missing'', ''archived'']'),
    ('mam.books', 'books_series_id_fkey', 'FOREIGN KEY (series_id) REFERENCES mam.series(id) ON DELETE SET NULL'),
    ('mam.books', 'books_pkey', 'PRIMARY KEY (id)'),
    ('mam.books', 'books_asin_key', 'UNIQUE (asin)'),
    ('mam.book_authors', 'book_authors_author_id_fkey', 'FOREIGN KEY (author_id) REFERENCES mam.authors(id) ON DELETE CASCADE'),
    ('mam.book_authors', 'book_authors_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES mam.books(id) ON DELETE CASCADE'),
    ('mam.book_authors', 'book_authors_pkey', 'PRIMARY KEY (book_id, author_id)'),
    (
      'mam.downloads',
      'downloads_status_check',
      'CHECK status = ANY ARRAY[''queued'', ''downloading'', ''seeding'', ''completed'', ''failed'', ''abandoned'']'
    ),
    ('mam.downloads', 'downloads_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES mam.books(id) ON DELETE CASCADE'),
    ('mam.downloads', 'downloads_pkey', 'PRIMARY KEY (id)'),
    ('mam.downloads', 'downloads_info_hash_key', 'UNIQUE (info_hash)'),
    ('mam.narrators', 'narrators_pkey', 'PRIMARY KEY (id)'),
    ('mam.narrators', 'narrators_name_key', 'UNIQUE (name)'),
    ('mam.book_narrators', 'book_narrators_confidence_check', 'CHECK confidence >= 0 AND confidence <= 1'),
    ('mam.book_narrators', 'book_narrators_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES mam.books(id) ON DELETE CASCADE'),
    ('mam.book_narrators', 'book_narrators_narrator_id_fkey', 'FOREIGN KEY (narrator_id) REFERENCES mam.narrators(id) ON DELETE CASCADE'),
    ('mam.book_narrators', 'book_narrators_pkey', 'PRIMARY KEY (book_id, narrator_id)'),
    (
      'mam.missing_books',
      'missing_books_resolved_book_id_fkey',
      'FOREIGN KEY (resolved_book_id) REFERENCES mam.books(id) ON DELETE SET NULL'
    ),
    ('mam.missing_books', 'missing_books_series_id_fkey', 'FOREIGN KEY (series_id) REFERENCES mam.series(id) ON DELETE CASCADE'),
    ('mam.missing_books', 'missing_books_pkey', 'PRIMARY KEY (id)'),
    ('mam.missing_books', 'missing_books_series_id_series_position_key', 'UNIQUE (series_id, series_position)')
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
  where connamespace = to_regnamespace('mam') and contype <> 'n'
) as live using (relation, name);

--! Check: no two rows of authors share id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 authors_pkey
insert into mam.authors (id, name)
values
  (-1, ''),
  (-1, '');

--! Check: no two rows of authors share goodreads_id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 authors_goodreads_id_key
insert into mam.authors (id, name, goodreads_id)
values
  (-1, '', 'checked 1'),
  (-2, '', 'checked 1');

--! Check: no two rows of authors share audible_id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 authors_audible_id_key
insert into mam.authors (id, name, audible_id)
values
  (-1, '', 'checked 1'),
  (-2, '', 'checked 1');

--! Check: no two rows of series share id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 series_pkey
insert into mam.series (id, name)
values
  (-1, 'a checked series'),
  (-1, 'another checked series');

--! Check: no two series without an author share a name
--! From: 000007-create-the-mam-schema
--! Raises: 23505 series_name_author_id_key
insert into mam.series (id, name)
values
  (-1, 'a checked series'),
  (-2, 'a checked series');

--! Check: a series of no book is refused
--! From: 000007-create-the-mam-schema
--! Raises: 23514 series_total_books_check
insert into mam.series (id, name, total_books)
values (-1, 'a checked series', 0);

--! Check: a series of 1 book, or nobody knows how many, is accepted
--! From: 000007-create-the-mam-schema
insert into mam.series (id, name, total_books)
values
  (-1, 'a checked series', 1),
  (-2, 'another checked series', null);
select 2 as expected, count(*) as found from mam.series where id between -2 and -1;

--! Check: completion below 0 % is refused
--! From: 000035-add-series-completion-tracking-to-mam-series
--! Raises: 23514 series_completion_pct_check
insert into mam.series (id, name, completion_pct)
values (-1, 'a checked series', -0.01);

--! Check: completion above 100 % is refused
--! From: 000035-add-series-completion-tracking-to-mam-series
--! Raises: 23514 series_completion_pct_check
insert into mam.series (id, name, completion_pct)
values (-1, 'a checked series', 100.01);

--! Check: completion from 0 to 100 % is accepted
--! From: 000035-add-series-completion-tracking-to-mam-series
insert into mam.series (id, name, completion_pct)
values
  (-1, 'a checked series', 0),
  (-2, 'another checked series', 100);
select 2 as expected, count(*) as found from mam.series where id between -2 and -1;

--! Check: series.completion_status refuses another word
--! From: 000035-add-series-completion-tracking-to-mam-series
--! Raises: 23514 series_completion_status_check
insert into mam.series (id, name, completion_status)
values (-1, 'a checked series', 'unheard of');

--! Check: series.completion_status accepts unknown, partial and complete
--! From: 000035-add-series-completion-tracking-to-mam-series
insert into mam.series (id, name, completion_status)
values
  (-1, 'a unknown series', 'unknown'),
  (-2, 'a partial series', 'partial'),
  (-3, 'a complete series', 'complete');
select 3 as expected, count(*) as found from mam.series where id between -3 and -1;

--! Check: no two rows of books share id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 books_pkey
insert into mam.books (id, title)
values
  (-1, ''),
  (-1, '');

--! Check: no two rows of books share asin
--! From: 000007-create-the-mam-schema
--! Raises: 23505 books_asin_key
insert into mam.books (id, title, asin)
values
  (-1, '', 'B000000001'),
  (-2, '', 'B000000001');

--! Check: a book of no minute is refused
--! From: 000007-create-the-mam-schema
--! Raises: 23514 books_duration_minutes_check
insert into mam.books (id, title, duration_minutes)
values (-1, '', 0);

--! Check: a book of 1 minute, or nobody knows how many, is accepted
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title, duration_minutes)
values
  (-1, '', 1),
  (-2, '', null);
select 2 as expected, count(*) as found from mam.books where id between -2 and -1;

--! Check: books.status refuses another word
--! From: 000007-create-the-mam-schema
--! Raises: 23514 books_status_check
insert into mam.books (id, title, status)
values (-1, '', 'unheard of');

--! Check: books.status accepts wanted, downloading, owned, missing and archived
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title, status)
values
  (-1, '', 'wanted'),
  (-2, '', 'downloading'),
  (-3, '', 'owned'),
  (-4, '', 'missing'),
  (-5, '', 'archived');
select 5 as expected, count(*) as found from mam.books where id between -5 and -1;

--! Check: a quality below 0 is refused
--! From: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
--! Raises: 23514 books_book_quality_check
insert into mam.books (id, title, book_quality)
values (-1, '', -0.001);

--! Check: a quality above 1 is refused
--! From: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
--! Raises: 23514 books_book_quality_check
insert into mam.books (id, title, book_quality)
values (-1, '', 1.001);

--! Check: a quality from 0 to 1, or none, is accepted
--! From: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
insert into mam.books (id, title, book_quality)
values
  (-1, '', 0),
  (-2, '', 1),
  (-3, '', null);
select 3 as expected, count(*) as found from mam.books where id between -3 and -1;

--! Check: no two rows of book_authors share book_id and author_id
--! From: 000007-create-the-mam-schema
--! Raises: 23505 book_authors_pkey
insert into mam.book_authors (book_id, author_id)
values
  (-1, -1),
  (-1, -1);

--! Check: no two rows of downloads share id
--! From: 000011-track-downloads-of-mam-books
--! Raises: 23505 downloads_pkey
insert into mam.downloads (id, book_id, source, release_title)
values
  (-1, -1, '', ''),
  (-1, -2, '', '');

--! Check: no two rows of downloads share info_hash
--! From: 000011-track-downloads-of-mam-books
--! Raises: 23505 downloads_info_hash_key
insert into mam.downloads (id, book_id, source, release_title, info_hash)
values
  (-1, -1, '', '', 'checked'),
  (-2, -2, '', '', 'checked');

--! Check: downloads.status refuses another word
--! From: 000011-track-downloads-of-mam-books
--! Raises: 23514 downloads_status_check
insert into mam.downloads (id, book_id, source, release_title, status)
values (-1, -1, '', '', 'unheard of');

--! Check: downloads.status accepts queued, downloading, seeding, completed, failed and abandoned
--! From: 000011-track-downloads-of-mam-books
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title, status)
values
  (-1, -1, '', '', 'queued'),
  (-2, -1, '', '', 'downloading'),
  (-3, -1, '', '', 'seeding'),
  (-4, -1, '', '', 'completed'),
  (-5, -1, '', '', 'failed'),
  (-6, -1, '', '', 'abandoned');
select 6 as expected, count(*) as found from mam.downloads where id between -6 and -1;

--! Check: no two rows of narrators share id
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23505 narrators_pkey
insert into mam.narrators (id, name, normalized_name)
values
  (-1, 'a checked narrator', ''),
  (-1, 'another checked narrator', '');

--! Check: no two rows of narrators share name
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23505 narrators_name_key
insert into mam.narrators (id, name, normalized_name)
values
  (-1, 'a checked narrator', ''),
  (-2, 'a checked narrator', '');

--! Check: no two rows of book_narrators share book_id and narrator_id
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23505 book_narrators_pkey
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values
  (-1, -1, 0.5, ''),
  (-1, -1, 0.5, '');

--! Check: a confidence below 0 is refused
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23514 book_narrators_confidence_check
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-1, -1, -0.001, '');

--! Check: a confidence above 1 is refused
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23514 book_narrators_confidence_check
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-1, -1, 1.001, '');

--! Check: a confidence from 0 to 1 is accepted
--! From: 000014-add-narrators-of-mam-books
insert into mam.books (id, title)
values
  (-1, ''),
  (-2, '');
insert into mam.narrators (id, name, normalized_name)
values (-1, 'a checked narrator', '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values
  (-1, -1, 0, ''),
  (-2, -1, 1, '');
select 2 as expected, count(*) as found from mam.book_narrators where book_id between -2 and -1;

--! Check: no two rows of missing_books share id
--! From: 000017-record-missing-books-of-a-mam-series
--! Raises: 23505 missing_books_pkey
insert into mam.missing_books (id, series_id, series_position)
values
  (-1, -1, 1),
  (-1, -2, 2);

--! Check: no two rows of missing_books share series_id and series_position
--! From: 000017-record-missing-books-of-a-mam-series
--! Raises: 23505 missing_books_series_id_series_position_key
insert into mam.missing_books (id, series_id, series_position)
values
  (-1, -1, 1),
  (-2, -1, 1);
