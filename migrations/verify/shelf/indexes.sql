-- Each index by what it is, and by a query that it is there for: the planner must choose it as soon as there are some hundred rows.

--! Check: these indexes and no others
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
-- An operator class that is not named is the default one of the column's type.
select relation, name, expected, found
from (
  values
    ('shelf.book_fingerprints', 'book_fingerprints_pkey', 'unique btree (book_id)'),
    ('shelf.book_fingerprints', 'idx_fingerprint_vector', 'hnsw (fingerprint_vector vector_l2_ops)'),
    ('shelf.book_genres', 'book_genres_pkey', 'unique btree (book_id, genre_id)'),
    ('shelf.book_genres', 'ix_book_genres_genre_id', 'btree (genre_id)'),
    ('shelf.books', 'books_isbn_key', 'unique btree (isbn)'),
    ('shelf.books', 'books_pkey', 'unique btree (id)'),
    ('shelf.books', 'idx_book_embedding', 'hnsw (description_embedding vector_cosine_ops)'),
    ('shelf.books', 'ix_books_author', 'btree (author)'),
    ('shelf.books', 'ix_books_title', 'btree (title)'),
    ('shelf.content_ratings', 'content_ratings_pkey', 'unique btree (id)'),
    ('shelf.content_ratings', 'content_ratings_user_id_book_id_key', 'unique btree (user_id, book_id)'),
    ('shelf.content_ratings', 'ix_content_ratings_book_id', 'btree (book_id)'),
    ('shelf.genres', 'genres_pkey', 'unique btree (id)'),
    ('shelf.genres', 'ix_genres_name', 'unique btree (name)'),
    ('shelf.multi_dimensional_ratings', 'ix_multi_dimensional_ratings_book_id', 'btree (book_id)'),
    ('shelf.multi_dimensional_ratings', 'multi_dimensional_ratings_pkey', 'unique btree (id)'),
    ('shelf.multi_dimensional_ratings', 'uq_user_book_rating', 'unique btree (user_id, book_id)'),
    ('shelf.reading_sessions', 'ix_reading_sessions_book_id', 'btree (book_id)'),
    ('shelf.reading_sessions', 'ix_reading_sessions_user_id_session_date', 'btree (user_id, session_date)'),
    ('shelf.reading_sessions', 'reading_sessions_pkey', 'unique btree (id)'),
    ('shelf.related_books', 'ix_related_books_related_book_id', 'btree (related_book_id)'),
    ('shelf.related_books', 'related_books_pkey', 'unique btree (book_id, related_book_id)'),
    ('shelf.reviews', 'ix_reviews_book_id', 'btree (book_id)'),
    ('shelf.reviews', 'reviews_pkey', 'unique btree (id)'),
    ('shelf.reviews', 'reviews_user_id_book_id_key', 'unique btree (user_id, book_id)'),
    ('shelf.stale_fingerprints', 'stale_fingerprints_pkey', 'unique btree (book_id, mark)'),
    ('shelf.user_books', 'ix_user_books_book_id', 'btree (book_id)'),
    ('shelf.user_books', 'user_books_pkey', 'unique btree (id)'),
    ('shelf.user_books', 'user_books_user_id_book_id_key', 'unique btree (user_id, book_id)'),
    ('shelf.users', 'ix_users_email', 'unique btree (email)'),
    ('shelf.users', 'ix_users_username', 'unique btree (username)'),
    ('shelf.users', 'users_pkey', 'unique btree (id)')
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
  where relnamespace = to_regnamespace('shelf')
) as live using (relation, name);

--! Check: a reader is found by id
--! From: 000001-create-the-shelf-schema
--! Uses: users_pkey
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
analyze shelf.users;
select * from shelf.users where id = -7;

--! Check: a reader is found by name
--! From: 000001-create-the-shelf-schema
--! Uses: ix_users_username
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
analyze shelf.users;
select * from shelf.users where username = 'checked reader 7';

--! Check: a reader is found by address
--! From: 000001-create-the-shelf-schema
--! Uses: ix_users_email
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
analyze shelf.users;
select * from shelf.users where email = '7@checked.example.org';

--! Check: a book is found by id
--! From: 000001-create-the-shelf-schema
--! Uses: books_pkey
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
analyze shelf.books;
select * from shelf.books where id = -7;

--! Check: a book is found by isbn
--! From: 000001-create-the-shelf-schema
--! Uses: books_isbn_key
insert into shelf.books (id, title, author, isbn)
select -n, '', '', lpad(n::text, 13, '0') from generate_series(1, 500) as n;
analyze shelf.books;
select * from shelf.books where isbn = '0000000000007';

--! Check: books are found by title
--! From: 000001-create-the-shelf-schema
--! Uses: ix_books_title
insert into shelf.books (id, title, author)
select -n, 'checked title ' || n, '' from generate_series(1, 500) as n;
analyze shelf.books;
select * from shelf.books where title = 'checked title 7';

--! Check: books are found by author
--! From: 000001-create-the-shelf-schema
--! Uses: ix_books_author
insert into shelf.books (id, title, author)
select -n, '', 'checked author ' || n from generate_series(1, 500) as n;
analyze shelf.books;
select * from shelf.books where author = 'checked author 7';

--! Check: a genre is found by id
--! From: 000001-create-the-shelf-schema
--! Uses: genres_pkey
insert into shelf.genres (id, name)
select -n, 'checked genre ' || n from generate_series(1, 500) as n;
analyze shelf.genres;
select * from shelf.genres where id = -7;

--! Check: a genre is found by name
--! From: 000001-create-the-shelf-schema
--! Uses: ix_genres_name
insert into shelf.genres (id, name)
select -n, 'checked genre ' || n from generate_series(1, 500) as n;
analyze shelf.genres;
select * from shelf.genres where name = 'checked genre 7';

--! Check: the genres of a book are found
--! From: 000001-create-the-shelf-schema
--! Uses: book_genres_pkey
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.genres (id, name)
values (-1, 'a checked genre');
insert into shelf.book_genres (book_id, genre_id)
select -n, -1 from generate_series(1, 500) as n;
analyze shelf.book_genres;
select * from shelf.book_genres where book_id = -7;

--! Check: the books of a genre are found
--! From: 000001-create-the-shelf-schema
--! Uses: ix_book_genres_genre_id
insert into shelf.genres (id, name)
select -n, 'checked genre ' || n from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.book_genres (book_id, genre_id)
select -1, -n from generate_series(1, 500) as n;
analyze shelf.book_genres;
select * from shelf.book_genres where genre_id = -7;

--! Check: an entry of a shelf is found by id
--! From: 000001-create-the-shelf-schema
--! Uses: user_books_pkey
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status)
select -n, -n, -1, 'finished' from generate_series(1, 500) as n;
analyze shelf.user_books;
select * from shelf.user_books where id = -7;

--! Check: the entries of a reader are found
--! From: 000001-create-the-shelf-schema
--! Uses: user_books_user_id_book_id_key
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status)
select -n, -n, -1, 'finished' from generate_series(1, 500) as n;
analyze shelf.user_books;
select * from shelf.user_books where user_id = -7;

--! Check: the entries of a book are found
--! From: 000001-create-the-shelf-schema
--! Uses: ix_user_books_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.user_books (id, user_id, book_id, status)
select -n, -1, -n, 'finished' from generate_series(1, 500) as n;
analyze shelf.user_books;
select * from shelf.user_books where book_id = -7;

--! Check: a review is found by id
--! From: 000001-create-the-shelf-schema
--! Uses: reviews_pkey
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
select -n, -n, -1, '' from generate_series(1, 500) as n;
analyze shelf.reviews;
select * from shelf.reviews where id = -7;

--! Check: the reviews of a reader are found
--! From: 000001-create-the-shelf-schema
--! Uses: reviews_user_id_book_id_key
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
select -n, -n, -1, '' from generate_series(1, 500) as n;
analyze shelf.reviews;
select * from shelf.reviews where user_id = -7;

--! Check: the reviews of a book are found
--! From: 000001-create-the-shelf-schema
--! Uses: ix_reviews_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reviews (id, user_id, book_id, review_text)
select -n, -1, -n, '' from generate_series(1, 500) as n;
analyze shelf.reviews;
select * from shelf.reviews where book_id = -7;

--! Check: a content rating is found by id
--! From: 000003-add-content-ratings-to-shelf
--! Uses: content_ratings_pkey
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
select -n, -n, -1, 0, 0, 0, 0 from generate_series(1, 500) as n;
analyze shelf.content_ratings;
select * from shelf.content_ratings where id = -7;

--! Check: the content ratings of a reader are found
--! From: 000003-add-content-ratings-to-shelf
--! Uses: content_ratings_user_id_book_id_key
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
select -n, -n, -1, 0, 0, 0, 0 from generate_series(1, 500) as n;
analyze shelf.content_ratings;
select * from shelf.content_ratings where user_id = -7;

--! Check: the content ratings of a book are found
--! From: 000003-add-content-ratings-to-shelf
--! Uses: ix_content_ratings_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
select -n, -1, -n, 0, 0, 0, 0 from generate_series(1, 500) as n;
analyze shelf.content_ratings;
select * from shelf.content_ratings where book_id = -7;

--! Check: the books that a book is linked to are found
--! From: 000005-create-shelf-related_books-junction-table
--! Uses: related_books_pkey
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.related_books (book_id, related_book_id)
select -n, -1 from generate_series(1, 500) as n;
analyze shelf.related_books;
select * from shelf.related_books where book_id = -7;

--! Check: the books that are linked to a book are found
--! From: 000005-create-shelf-related_books-junction-table
--! Uses: ix_related_books_related_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.related_books (book_id, related_book_id)
select -1, -n from generate_series(1, 500) as n;
analyze shelf.related_books;
select * from shelf.related_books where related_book_id = -7;

--! Check: a reading session is found by id
--! From: 000016-record-reading-sessions-in-shelf
--! Uses: reading_sessions_pkey
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read)
select -n, -1, '2000-01-01', 30 from generate_series(1, 500) as n;
analyze shelf.reading_sessions;
select * from shelf.reading_sessions where id = -7;

--! Check: the days that a reader has read on are found in order
--! From: 000016-record-reading-sessions-in-shelf
--! Uses: ix_reading_sessions_user_id_session_date
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read)
select -n, -1, date '2000-01-01' + n, 30 from generate_series(1, 500) as n;
analyze shelf.reading_sessions;
select * from shelf.reading_sessions where user_id = -1 order by session_date limit 7;

--! Check: the reading sessions of a book are found
--! From: 000016-record-reading-sessions-in-shelf
--! Uses: ix_reading_sessions_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read, book_id)
select -n, -1, '2000-01-01', 30, -n from generate_series(1, 500) as n;
analyze shelf.reading_sessions;
select * from shelf.reading_sessions where book_id = -7;

--! Check: a rating is found by id
--! From: 000018-add-multi-dimensional-ratings
--! Uses: multi_dimensional_ratings_pkey
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
select -n, -n, -1 from generate_series(1, 500) as n;
analyze shelf.multi_dimensional_ratings;
select * from shelf.multi_dimensional_ratings where id = -7;

--! Check: the ratings of a reader are found
--! From: 000018-add-multi-dimensional-ratings
--! Uses: uq_user_book_rating
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 500) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
select -n, -n, -1 from generate_series(1, 500) as n;
analyze shelf.multi_dimensional_ratings;
select * from shelf.multi_dimensional_ratings where user_id = -7;

--! Check: the ratings of a book are found
--! From: 000018-add-multi-dimensional-ratings
--! Uses: ix_multi_dimensional_ratings_book_id
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
select -n, -1, -n from generate_series(1, 500) as n;
analyze shelf.multi_dimensional_ratings;
select * from shelf.multi_dimensional_ratings where book_id = -7;

--! Check: the fingerprint of a book is found
--! From: 000019-add-book-fingerprints
--! Uses: book_fingerprints_pkey
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 500) as n;
insert into shelf.book_fingerprints (book_id, total_ratings)
select -n, 1 from generate_series(1, 500) as n;
analyze shelf.book_fingerprints;
select * from shelf.book_fingerprints where book_id = -7;

--! Check: the marks of a book are found
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
--! Uses: stale_fingerprints_pkey
insert into shelf.stale_fingerprints (book_id, mark)
overriding system value
select -n, -1 from generate_series(1, 500) as n;
analyze shelf.stale_fingerprints;
select * from shelf.stale_fingerprints where book_id = -7;
