-- Each foreign key by a row that names nobody, and by what becomes of a row when the one that it names is deleted.

--! Check: series.author_id names a row of authors
--! From: 000007-create-the-mam-schema
--! Raises: 23503 series_author_id_fkey
insert into mam.series (id, name, author_id)
values (-1, 'a checked series', -9);

--! Check: series outlive their row of authors
--! From: 000007-create-the-mam-schema
insert into mam.authors (id, name)
values (-1, '');
insert into mam.series (id, name, author_id)
values (-1, 'a checked series', -1);
delete from mam.authors where id = -1;
select null as expected, author_id as found from mam.series where id = -1;

--! Check: books.series_id names a row of series
--! From: 000007-create-the-mam-schema
--! Raises: 23503 books_series_id_fkey
insert into mam.books (id, title, series_id)
values (-1, '', -9);

--! Check: books outlive their row of series
--! From: 000007-create-the-mam-schema
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.books (id, title, series_id)
values (-1, '', -1);
delete from mam.series where id = -1;
select null as expected, series_id as found from mam.books where id = -1;

--! Check: book_authors.book_id names a row of books
--! From: 000007-create-the-mam-schema
--! Raises: 23503 book_authors_book_id_fkey
insert into mam.authors (id, name)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
values (-9, -1);

--! Check: book_authors go with their row of books
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title)
values (-1, '');
insert into mam.authors (id, name)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
values (-1, -1);
delete from mam.books where id = -1;
select 0 as expected, count(*) as found from mam.book_authors where book_id = -1 and author_id = -1;

--! Check: book_authors.author_id names a row of authors
--! From: 000007-create-the-mam-schema
--! Raises: 23503 book_authors_author_id_fkey
insert into mam.books (id, title)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
values (-1, -9);

--! Check: book_authors go with their row of authors
--! From: 000007-create-the-mam-schema
insert into mam.books (id, title)
values (-1, '');
insert into mam.authors (id, name)
values (-1, '');
insert into mam.book_authors (book_id, author_id)
values (-1, -1);
delete from mam.authors where id = -1;
select 0 as expected, count(*) as found from mam.book_authors where book_id = -1 and author_id = -1;

--! Check: downloads.book_id names a row of books
--! From: 000011-track-downloads-of-mam-books
--! Raises: 23503 downloads_book_id_fkey
insert into mam.downloads (id, book_id, source, release_title)
values (-1, -9, '', '');

--! Check: downloads go with their row of books
--! From: 000011-track-downloads-of-mam-books
insert into mam.books (id, title)
values (-1, '');
insert into mam.downloads (id, book_id, source, release_title)
values (-1, -1, '', '');
delete from mam.books where id = -1;
select 0 as expected, count(*) as found from mam.downloads where id = -1;

--! Check: book_narrators.book_id names a row of books
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23503 book_narrators_book_id_fkey
insert into mam.narrators (id, name, normalized_name)
values (-1, 'a checked narrator', '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-9, -1, 0.5, '');

--! Check: book_narrators go with their row of books
--! From: 000014-add-narrators-of-mam-books
insert into mam.books (id, title)
values (-1, '');
insert into mam.narrators (id, name, normalized_name)
values (-1, 'a checked narrator', '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-1, -1, 0.5, '');
delete from mam.books where id = -1;
select 0 as expected, count(*) as found from mam.book_narrators where book_id = -1 and narrator_id = -1;

--! Check: book_narrators.narrator_id names a row of narrators
--! From: 000014-add-narrators-of-mam-books
--! Raises: 23503 book_narrators_narrator_id_fkey
insert into mam.books (id, title)
values (-1, '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-1, -9, 0.5, '');

--! Check: book_narrators go with their row of narrators
--! From: 000014-add-narrators-of-mam-books
insert into mam.books (id, title)
values (-1, '');
insert into mam.narrators (id, name, normalized_name)
values (-1, 'a checked narrator', '');
insert into mam.book_narrators (book_id, narrator_id, confidence, source)
values (-1, -1, 0.5, '');
delete from mam.narrators where id = -1;
select 0 as expected, count(*) as found from mam.book_narrators where book_id = -1 and narrator_id = -1;

--! Check: missing_books.series_id names a row of series
--! From: 000017-record-missing-books-of-a-mam-series
--! Raises: 23503 missing_books_series_id_fkey
insert into mam.missing_books (id, series_id, series_position)
values (-1, -9, 1);

--! Check: missing_books go with their row of series
--! From: 000017-record-missing-books-of-a-mam-series
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position)
values (-1, -1, 1);
delete from mam.series where id = -1;
select 0 as expected, count(*) as found from mam.missing_books where id = -1;

--! Check: missing_books.resolved_book_id names a row of books
--! From: 000017-record-missing-books-of-a-mam-series
--! Raises: 23503 missing_books_resolved_book_id_fkey
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position, resolved_book_id)
values (-1, -1, 1, -9);

--! Check: missing_books outlive their row of books
--! From: 000017-record-missing-books-of-a-mam-series
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.books (id, title)
values (-1, '');
insert into mam.missing_books (id, series_id, series_position, resolved_book_id)
values (-1, -1, 1, -1);
delete from mam.books where id = -1;
select null as expected, resolved_book_id as found from mam.missing_books where id = -1;
