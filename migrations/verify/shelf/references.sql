-- Each foreign key by a row that names nobody, and by what becomes of a row when the one that it names is deleted.

--! Check: book_genres.book_id names a row of books
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 book_genres_book_id_fkey
insert into shelf.genres (id, name)
values (-1, 'a checked genre');
insert into shelf.book_genres (book_id, genre_id)
values (-9, -1);

--! Check: book_genres go with their row of books
--! From: 000001-create-the-shelf-schema
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.genres (id, name)
values (-1, 'a checked genre');
insert into shelf.book_genres (book_id, genre_id)
values (-1, -1);
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.book_genres where book_id = -1 and genre_id = -1;

--! Check: book_genres.genre_id names a row of genres
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 book_genres_genre_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.book_genres (book_id, genre_id)
values (-1, -9);

--! Check: book_genres go with their row of genres
--! From: 000001-create-the-shelf-schema
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.genres (id, name)
values (-1, 'a checked genre');
insert into shelf.book_genres (book_id, genre_id)
values (-1, -1);
delete from shelf.genres where id = -1;
select 0 as expected, count(*) as found from shelf.book_genres where book_id = -1 and genre_id = -1;

--! Check: user_books.user_id names a row of users
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 user_books_user_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status)
values (-1, -9, -1, 'finished');

--! Check: user_books go with their row of users
--! From: 000001-create-the-shelf-schema
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status)
values (-1, -1, -1, 'finished');
delete from shelf.users where id = -1;
select 0 as expected, count(*) as found from shelf.user_books where id = -1;

--! Check: user_books.book_id names a row of books
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 user_books_book_id_fkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.user_books (id, user_id, book_id, status)
values (-1, -1, -9, 'finished');

--! Check: user_books go with their row of books
--! From: 000001-create-the-shelf-schema
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status)
values (-1, -1, -1, 'finished');
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.user_books where id = -1;

--! Check: reviews.user_id names a row of users
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 reviews_user_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
values (-1, -9, -1, '');

--! Check: reviews go with their row of users
--! From: 000001-create-the-shelf-schema
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
values (-1, -1, -1, '');
delete from shelf.users where id = -1;
select 0 as expected, count(*) as found from shelf.reviews where id = -1;

--! Check: reviews.book_id names a row of books
--! From: 000001-create-the-shelf-schema
--! Raises: 23503 reviews_book_id_fkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
values (-1, -1, -9, '');

--! Check: reviews go with their row of books
--! From: 000001-create-the-shelf-schema
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
values (-1, -1, -1, '');
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.reviews where id = -1;

--! Check: content_ratings.user_id names a row of users
--! From: 000003-add-content-ratings-to-shelf
--! Raises: 23503 content_ratings_user_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values (-1, -9, -1, 0, 0, 0, 0);

--! Check: content_ratings go with their row of users
--! From: 000003-add-content-ratings-to-shelf
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values (-1, -1, -1, 0, 0, 0, 0);
delete from shelf.users where id = -1;
select 0 as expected, count(*) as found from shelf.content_ratings where id = -1;

--! Check: content_ratings.book_id names a row of books
--! From: 000003-add-content-ratings-to-shelf
--! Raises: 23503 content_ratings_book_id_fkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values (-1, -1, -9, 0, 0, 0, 0);

--! Check: content_ratings go with their row of books
--! From: 000003-add-content-ratings-to-shelf
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values (-1, -1, -1, 0, 0, 0, 0);
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.content_ratings where id = -1;

--! Check: related_books.book_id names a row of books
--! From: 000005-create-shelf-related_books-junction-table
--! Raises: 23503 related_books_book_id_fkey
insert into shelf.books (id, title, author)
values (-2, '', '');
insert into shelf.related_books (book_id, related_book_id)
values (-9, -2);

--! Check: related_books go with their row of books by book_id
--! From: 000005-create-shelf-related_books-junction-table
insert into shelf.books (id, title, author)
values
  (-1, '', ''),
  (-2, '', '');
insert into shelf.related_books (book_id, related_book_id)
values (-1, -2);
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.related_books where book_id = -1 and related_book_id = -2;

--! Check: related_books.related_book_id names a row of books
--! From: 000005-create-shelf-related_books-junction-table
--! Raises: 23503 related_books_related_book_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.related_books (book_id, related_book_id)
values (-1, -9);

--! Check: related_books go with their row of books by related_book_id
--! From: 000005-create-shelf-related_books-junction-table
insert into shelf.books (id, title, author)
values
  (-1, '', ''),
  (-2, '', '');
insert into shelf.related_books (book_id, related_book_id)
values (-1, -2);
delete from shelf.books where id = -2;
select 0 as expected, count(*) as found from shelf.related_books where book_id = -1 and related_book_id = -2;

--! Check: reading_sessions.user_id names a row of users
--! From: 000016-record-reading-sessions-in-shelf
--! Raises: 23503 reading_sessions_user_id_fkey
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read)
values (-1, -9, '2000-01-01', 30);

--! Check: reading_sessions go with their row of users
--! From: 000016-record-reading-sessions-in-shelf
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read)
values (-1, -1, '2000-01-01', 30);
delete from shelf.users where id = -1;
select 0 as expected, count(*) as found from shelf.reading_sessions where id = -1;

--! Check: reading_sessions.book_id names a row of books
--! From: 000016-record-reading-sessions-in-shelf
--! Raises: 23503 reading_sessions_book_id_fkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read, book_id)
values (-1, -1, '2000-01-01', 30, -9);

--! Check: reading_sessions outlive their row of books
--! From: 000016-record-reading-sessions-in-shelf
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read, book_id)
values (-1, -1, '2000-01-01', 30, -1);
delete from shelf.books where id = -1;
select null as expected, book_id as found from shelf.reading_sessions where id = -1;

--! Check: multi_dimensional_ratings.user_id names a row of users
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23503 multi_dimensional_ratings_user_id_fkey
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values (-1, -9, -1);

--! Check: multi_dimensional_ratings go with their row of users
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values (-1, -1, -1);
delete from shelf.users where id = -1;
select 0 as expected, count(*) as found from shelf.multi_dimensional_ratings where id = -1;

--! Check: multi_dimensional_ratings.book_id names a row of books
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23503 multi_dimensional_ratings_book_id_fkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values (-1, -1, -9);

--! Check: multi_dimensional_ratings go with their row of books
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values (-1, -1, -1);
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.multi_dimensional_ratings where id = -1;

--! Check: book_fingerprints.book_id names a row of books
--! From: 000019-add-book-fingerprints
--! Raises: 23503 book_fingerprints_book_id_fkey
insert into shelf.book_fingerprints (book_id, total_ratings)
values (-9, 1);

--! Check: book_fingerprints go with their row of books
--! From: 000019-add-book-fingerprints
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.book_fingerprints (book_id, total_ratings)
values (-1, 1);
delete from shelf.books where id = -1;
select 0 as expected, count(*) as found from shelf.book_fingerprints where book_id = -1;
