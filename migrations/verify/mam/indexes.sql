-- Each index by what it is, and by a query that it is there for: the planner must choose it as soon as there are some hundred rows.

--! Check: these indexes and no others
--! From: 000017-record-missing-books-of-a-mam-series
-- An operator class that is not named is the default one of the column's type.
select relation, name, expected, found
from (
  values
    ('mam.authors', 'authors_audible_id_key', 'unique btree (audible_id)'),
    ('mam.authors', 'authors_goodreads_id_key', 'unique btree (goodreads_id)'),
    ('mam.authors', 'authors_pkey', 'unique btree (id)'),
    ('mam.authors', 'ix_authors_name', 'btree (name)'),
    ('mam.book_authors', 'book_authors_pkey', 'unique btree (book_id, author_id)'),
    ('mam.book_authors', 'ix_book_authors_author_id', 'btree (author_id)'),
    ('mam.book_narrators', 'book_narrators_pkey', 'unique btree (book_id, narrator_id)'),
    ('mam.book_narrators', 'ix_book_narrators_narrator_id', 'btree (narrator_id)'),
    ('mam.books', 'books_asin_key', 'unique btree (asin)'),
    ('mam.books', 'books_pkey', 'unique btree (id)'),
    ('mam.books', 'idx_books_metadata_gin', 'gin (metadata)'),
    ('mam.books', 'ix_books_series_id', 'btree (series_id)'),
    ('mam.books', 'ix_books_status', 'btree (status)'),
    ('mam.books', 'ix_books_title', 'btree (title)'),
    ('mam.downloads', 'downloads_info_hash_key', 'unique btree (info_hash)'),
    ('mam.downloads', 'downloads_pkey', 'unique btree (id)'),
    ('mam.downloads', 'ix_downloads_book_id', 'btree (book_id)'),
    ('mam.downloads', 'ix_downloads_retry', 'btree (next_retry_at) WHERE ((status)::text = ''failed''::text)'),
    ('mam.downloads', 'ix_downloads_status', 'btree (status)'),
    ('mam.missing_books', 'ix_missing_books_resolved_book_id', 'btree (resolved_book_id)'),
    ('mam.missing_books', 'missing_books_pkey', 'unique btree (id)'),
    ('mam.missing_books', 'missing_books_series_id_series_position_key', 'unique btree (series_id, series_position)'),
    ('mam.narrators', 'ix_narrators_normalized_name', 'btree (normalized_name)'),
    ('mam.narrators', 'narrators_name_key', 'unique btree (name)'),
    ('mam.narrators', 'narrators_pkey', 'unique btree (id)'),
    ('mam.series', 'ix_series_author_id', 'btree (author_id)'),
    ('mam.series', 'series_name_author_id_key', 'unique btree (name, author_id) NULLS NOT DISTINCT'),
    ('mam.series', 'series_pkey', 'unique btree (id)')
) as wanted (relation, name, expected)
full join (
  select
    indrelid::regclass::text as relation,
    relname::text as name,
    case when indisunique then 'unique ' else '' end
      || replace(substring(pg_get_indexdef(indexrelid) from ' USING (.*)$'), 'public.', '')
      || case when indisvalid and indisready then '' else ' (not valid)' end as found
  from pg_index
  join pg_class on pg_class.oid = indexrelid
  where relnamespace = to_regnamespace('mam')
) as live using (relation, name);

--! Check: an author is found by id
--! From: 000007-create-the-mam-schema
--! Uses: authors_pkey
insert into mam.authors (id, name)
select -n, '' from generate_series(1, 500) as n;
analyze mam.authors;
select * from mam.authors where id = -7;

--! Check: an author is found by the id at Goodreads
--! From: 000007-create-the-mam-schema
--! Uses: authors_goodreads_id_key
insert into mam.authors (id, name, goodreads_id)
select -n, '', 'checked ' || n from generate_series(1, 500) as n;
analyze mam.authors;
select * from mam.authors where goodreads_id = 'checked 7';

--! Check: an author is found by the id at Audible
--! From: 000007-create-the-mam-schema
--! Uses: authors_audible_id_key
insert into mam.authors (id, name, audible_id)
select -n, '', 'checked ' || n from generate_series(1, 500) as n;
analyze mam.authors;
select * from mam.authors where audible_id = 'checked 7';

--! Check: authors are found by name
--! From: 000007-create-the-mam-schema
--! Uses: ix_authors_name
insert into mam.authors (id, name)
select -n, 'Checked ' || n from generate_series(1, 500) as n;
analyze mam.authors;
select * from mam.authors where name = 'Checked 7';

--! Check: a series is found by id
--! From: 000007-create-the-mam-schema
--! Uses: series_pkey
insert into mam.series (id, name)
select -n, 'checked series ' || n from generate_series(1, 500) as n;
analyze mam.series;
select * from mam.series where id = -7;

--! Check: a series is found by name
--! From: 000007-create-the-mam-schema
--! Uses: series_name_author_id_key
insert into mam.series (id, name)
select -n, 'checked series ' || n from generate_series(1, 500) as n;
analyze mam.series;
select * from mam.series where name = 'checked series 7';

--! Check: the series of an author are found
--! From: 000007-create-the-mam-schema
--! Uses: ix_series_author_id
insert into mam.authors (id, name)
select -n, '' from generate_series(1, 500) as n;
insert into mam.series (id, name, author_id)
select -n, 'checked series ' || n, -n from generate_series(1, 500) as n;
analyze mam.series;
select * from mam.series where author_id = -7;

--! Check: a book is found by id
--! From: 000007-create-the-mam-schema
--! Uses: books_pkey
insert into mam.books (id, title)
select -n, '' from generate_series(1, 500) as n;
analyze mam.books;
select * from mam.books where id = -7;

--! Check: a book is found by asin
--! From: 000007-create-the-mam-schema
--! Uses: books_asin_key
insert into mam.books (id, title, asin)
select -n, '', lpad(n::text, 10, '0') from generate_series(1, 500) as n;
analyze mam.books;
select * from mam.books where asin = '0000000007';

--! Check: books are found by title
--! From: 000007-create-the-mam-schema
--! Uses: ix_books_title
insert into mam.books (id, title)
select -n, 'Checked ' || n from generate_series(1, 500) as n;
analyze mam.books;
select * from mam.books where title = 'Checked 7';

--! Check: the books of a series are found
--! From: 000007-create-the-mam-schema
--! Uses: ix_books_series_id
insert into mam.series (id, name)
select -n, 'checked series ' || n from generate_series(1, 500) as n;
insert into mam.books (id, title, series_id)
select -n, '', -n from generate_series(1, 500) as n;
analyze mam.books;
select * from mam.books where series_id = -7;

--! Check: the books of a status are found
--! From: 000007-create-the-mam-schema
--! Uses: ix_books_status
insert into mam.books (id, title, status)
select -n, '', case when n = 7 then 'missing' else 'owned' end from generate_series(1, 2000) as n;
analyze mam.books;
select * from mam.books where status = 'missing';

--! Check: books are found by what their metadata contains
--! From: 000007-create-the-mam-schema
--! Uses: idx_books_metadata_gin
insert into mam.books (id, title, metadata)
select -n, '', jsonb_build_object('checked', n) from generate_series(1, 2000) as n;
-- A GIN index keeps what is new in a list of its own at first, which the planner takes for slow.
select gin_clean_pending_list('mam.idx_books_metadata_gin');
analyze mam.books;
select * from mam.books where metadata @> '{"checked": 7}';

--! Check: the authors of a book are found
--! From: 000007-create-the-mam-schema
--! Uses: book_authors_pkey
insert into mam.books (id, title)
select -n, '' from generate_series(1, 500) as n;
insert into mam.authors (id, name)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
select -n, -1 from generate_series(1, 500) as n;
analyze mam.book_authors;
select * from mam.book_authors where book_id = -7;

--! Check: the books of an author are found
--! From: 000007-create-the-mam-schema
--! Uses: ix_book_authors_author_id
insert into mam.authors (id, name)
select -n, '' from generate_series(1, 500) as n;
insert into mam.books (id, title)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
select -1, -n from generate_series(1, 500) as n;
analyze mam.book_authors;
select * from mam.book_authors where author_id = -7;

--! Check: a download is found by id
--! From: 000011-track-downloads-of-mam-books
--! Uses: downloads_pkey
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title)
select -n, -1, '', '' from generate_series(1, 500) as n;
analyze mam.downloads;
select * from mam.downloads where id = -7;

--! Check: a download is found by info hash
--! From: 000011-track-downloads-of-mam-books
--! Uses: downloads_info_hash_key
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title, info_hash)
select -n, -1, '', '', 'checked ' || n from generate_series(1, 500) as n;
analyze mam.downloads;
select * from mam.downloads where info_hash = 'checked 7';

--! Check: the downloads of a book are found
--! From: 000011-track-downloads-of-mam-books
--! Uses: ix_downloads_book_id
insert into mam.books (id, title)
select -n, '' from generate_series(1, 500) as n;
insert into mam.downloads (id, book_id, source, release_title)
select -n, -n, '', '' from generate_series(1, 500) as n;
analyze mam.downloads;
select * from mam.downloads where book_id = -7;

--! Check: the downloads of a status are found
--! From: 000011-track-downloads-of-mam-books
--! Uses: ix_downloads_status
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title, status)
select -n, -1, '', '', case when n = 7 then 'queued' else 'completed' end from generate_series(1, 2000) as n;
analyze mam.downloads;
select * from mam.downloads where status = 'queued';

--! Check: the failed downloads that are due are found
--! From: 000011-track-downloads-of-mam-books
--! Uses: ix_downloads_retry
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title, status, next_retry_at)
select -n, -1, '', '', case when n % 5 = 0 then 'failed' else 'completed' end, timestamptz '2000-01-01' + n * interval '1 hour'
from generate_series(1, 2000) as n;
analyze mam.downloads;
select * from mam.downloads where status = 'failed' and next_retry_at < '2000-01-02' order by next_retry_at;

--! Check: a narrator is found by id
--! From: 000014-add-narrators-of-mam-books
--! Uses: narrators_pkey
insert into mam.narrators (id, name, normalized_name)
select -n, 'checked narrator ' || n, '' from generate_series(1, 500) as n;
analyze mam.narrators;
select * from mam.narrators where id = -7;

--! Check: a narrator is found by name
--! From: 000014-add-narrators-of-mam-books
--! Uses: narrators_name_key
insert into mam.narrators (id, name, normalized_name)
select -n, 'checked narrator ' || n, '' from generate_series(1, 500) as n;
analyze mam.narrators;
select * from mam.narrators where name = 'checked narrator 7';

--! Check: narrators are found by normalized name, in order
--! From: 000014-add-narrators-of-mam-books
--! Uses: ix_narrators_normalized_name
insert into mam.narrators (id, name, normalized_name)
select -n, 'checked narrator ' || n, 'checked ' || n from generate_series(1, 500) as n;
analyze mam.narrators;
select * from mam.narrators where normalized_name = 'checked 7';

--! Check: the narrators of a book are found
--! From: 000014-add-narrators-of-mam-books
--! Uses: book_narrators_pkey
insert into mam.books (id, title)
select -n, '' from generate_series(1, 500) as n;
insert into mam.narrators (id, name, normalized_name)
values (-1, 'a checked narrator', '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
select -n, -1, 0.5, '' from generate_series(1, 500) as n;
analyze mam.book_narrators;
select * from mam.book_narrators where book_id = -7;

--! Check: the books of a narrator are found
--! From: 000014-add-narrators-of-mam-books
--! Uses: ix_book_narrators_narrator_id
insert into mam.narrators (id, name, normalized_name)
select -n, 'checked narrator ' || n, '' from generate_series(1, 500) as n;
insert into mam.books (id, title)
values (-1, '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
select -1, -n, 0.5, '' from generate_series(1, 500) as n;
analyze mam.book_narrators;
select * from mam.book_narrators where narrator_id = -7;

--! Check: a gap is found by id
--! From: 000017-record-missing-books-of-a-mam-series
--! Uses: missing_books_pkey
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position)
select -n, -1, n from generate_series(1, 500) as n;
analyze mam.missing_books;
select * from mam.missing_books where id = -7;

--! Check: the gap at a place of a series is found
--! From: 000017-record-missing-books-of-a-mam-series
--! Uses: missing_books_series_id_series_position_key
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position)
select -n, -1, n from generate_series(1, 500) as n;
analyze mam.missing_books;
select * from mam.missing_books where series_id = -1 and series_position = 7;

--! Check: the gaps that a book has closed are found
--! From: 000017-record-missing-books-of-a-mam-series
--! Uses: ix_missing_books_resolved_book_id
insert into mam.books (id, title)
select -n, '' from generate_series(1, 500) as n;
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position, resolved_book_id)
select -n, -1, n, -n from generate_series(1, 500) as n;
analyze mam.missing_books;
select * from mam.missing_books where resolved_book_id = -7;
