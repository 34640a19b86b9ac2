-- Each constraint by violating it, and by what it must let through. A unique constraint and a check speak before foreign keys do, so that no
-- row of another table is needed to hear them.

--! Check: these constraints and no others
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
-- A check is told without its parentheses and casts, which say nothing here.
select relation, name, expected, found
from (
  values
    ('shelf.users', 'users_pkey', 'PRIMARY KEY (id)'),
    ('shelf.books', 'books_pkey', 'PRIMARY KEY (id)'),
    ('shelf.books', 'books_isbn_key', 'UNIQUE (isbn)'),
    ('shelf.genres', 'genres_pkey', 'PRIMARY KEY (id)'),
    ('shelf.book_genres', 'book_genres_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    ('shelf.book_genres', 'book_genres_genre_id_fkey', 'FOREIGN KEY (genre_id) REFERENCES shelf.genres(id) ON DELETE CASCADE'),
    ('shelf.book_genres', 'book_genres_pkey', 'PRIMARY KEY (book_id, genre_id)'),
    ('shelf.user_books', 'user_books_rating_check', 'CHECK rating >= 1 AND rating <= 5'),
    ('shelf.user_books', 'user_books_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    ('shelf.user_books', 'user_books_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES shelf.users(id) ON DELETE CASCADE'),
    ('shelf.user_books', 'user_books_pkey', 'PRIMARY KEY (id)'),
    ('shelf.user_books', 'user_books_user_id_book_id_key', 'UNIQUE (user_id, book_id)'),
    ('shelf.reviews', 'reviews_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    ('shelf.reviews', 'reviews_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES shelf.users(id) ON DELETE CASCADE'),
    ('shelf.reviews', 'reviews_pkey', 'PRIMARY KEY (id)'),
    ('shelf.reviews', 'reviews_user_id_book_id_key', 'UNIQUE (user_id, book_id)'),
    ('shelf.content_ratings', 'content_ratings_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    ('shelf.content_ratings', 'content_ratings_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES shelf.users(id) ON DELETE CASCADE'),
    ('shelf.content_ratings', 'content_ratings_pkey', 'PRIMARY KEY (id)'),
    ('shelf.content_ratings', 'content_ratings_user_id_book_id_key', 'UNIQUE (user_id, book_id)'),
    ('shelf.related_books', 'related_books_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    (
      'shelf.related_books',
      'related_books_related_book_id_fkey',
      'FOREIGN KEY (related_book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'
    ),
    ('shelf.related_books', 'related_books_pkey', 'PRIMARY KEY (book_id, related_book_id)'),
    ('shelf.reading_sessions', 'reading_sessions_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE SET NULL'),
    ('shelf.reading_sessions', 'reading_sessions_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES shelf.users(id) ON DELETE CASCADE'),
    ('shelf.reading_sessions', 'reading_sessions_pkey', 'PRIMARY KEY (id)'),
    ('shelf.multi_dimensional_ratings', 'check_character_development', 'CHECK character_development >= 1 AND character_development <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_complexity', 'CHECK complexity >= 1 AND complexity <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_emotional_impact', 'CHECK emotional_impact >= 1 AND emotional_impact <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_originality', 'CHECK originality >= 1 AND originality <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_pace', 'CHECK pace >= 1 AND pace <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_plot_quality', 'CHECK plot_quality >= 1 AND plot_quality <= 5'),
    ('shelf.multi_dimensional_ratings', 'check_prose_style', 'CHECK prose_style >= 1 AND prose_style <= 5'),
    (
      'shelf.multi_dimensional_ratings',
      'multi_dimensional_ratings_book_id_fkey',
      'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'
    ),
    (
      'shelf.multi_dimensional_ratings',
      'multi_dimensional_ratings_user_id_fkey',
      'FOREIGN KEY (user_id) REFERENCES shelf.users(id) ON DELETE CASCADE'
    ),
    ('shelf.multi_dimensional_ratings', 'multi_dimensional_ratings_pkey', 'PRIMARY KEY (id)'),
    ('shelf.multi_dimensional_ratings', 'uq_user_book_rating', 'UNIQUE (user_id, book_id)'),
    ('shelf.book_fingerprints', 'book_fingerprints_book_id_fkey', 'FOREIGN KEY (book_id) REFERENCES shelf.books(id) ON DELETE CASCADE'),
    ('shelf.book_fingerprints', 'book_fingerprints_pkey', 'PRIMARY KEY (book_id)'),
    ('shelf.stale_fingerprints', 'stale_fingerprints_pkey', 'PRIMARY KEY (book_id, mark)')
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
  where connamespace = to_regnamespace('shelf') and contype <> 'n'
) as live using (relation, name);

--! Check: no two rows of users share id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 users_pkey
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-1, 'another checked reader', 'two@checked.example.org', '');

--! Check: no two rows of users share username
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 ix_users_username
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'a checked reader', 'two@checked.example.org', '');

--! Check: no two rows of users share email
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 ix_users_email
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'one@checked.example.org', '');

--! Check: no two rows of books share id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 books_pkey
insert into shelf.books (id, title, author)
values
  (-1, '', ''),
  (-1, '', '');

--! Check: no two rows of books share isbn
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 books_isbn_key
insert into shelf.books (id, title, author, isbn)
values
  (-1, '', '', '9780000000000'),
  (-2, '', '', '9780000000000');

--! Check: no two rows of genres share id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 genres_pkey
insert into shelf.genres (id, name)
values
  (-1, 'a checked genre'),
  (-1, 'another checked genre');

--! Check: no two rows of genres share name
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 ix_genres_name
insert into shelf.genres (id, name)
values
  (-1, 'a checked genre'),
  (-2, 'a checked genre');

--! Check: no two rows of book_genres share book_id and genre_id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 book_genres_pkey
insert into shelf.book_genres (book_id, genre_id)
values
  (-1, -1),
  (-1, -1);

--! Check: no two rows of user_books share id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 user_books_pkey
insert into shelf.user_books (id, user_id, book_id, status)
values
  (-1, -1, -1, 'finished'),
  (-1, -2, -2, 'finished');

--! Check: no two rows of user_books share user_id and book_id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 user_books_user_id_book_id_key
insert into shelf.user_books (id, user_id, book_id, status)
values
  (-1, -1, -1, 'finished'),
  (-2, -1, -1, 'finished');

--! Check: 0 stars are refused
--! From: 000028-require-star-ratings-from-1-to-5-in-new-rows
--! Raises: 23514 user_books_rating_check
insert into shelf.user_books (id, user_id, book_id, status, rating)
values (-1, -1, -1, 'finished', 0);

--! Check: 6 stars are refused
--! From: 000028-require-star-ratings-from-1-to-5-in-new-rows
--! Raises: 23514 user_books_rating_check
insert into shelf.user_books (id, user_id, book_id, status, rating)
values (-1, -1, -1, 'finished', 6);

--! Check: stars from 1 to 5, or none, are accepted
--! From: 000028-require-star-ratings-from-1-to-5-in-new-rows
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.user_books (id, user_id, book_id, status, rating)
values
  (-1, -1, -1, 'finished', 1),
  (-2, -2, -1, 'finished', 5),
  (-3, -3, -1, 'finished', null);
select 3 as expected, count(*) as found from shelf.user_books where id between -3 and -1;

--! Check: no two rows of reviews share id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 reviews_pkey
insert into shelf.reviews (id, user_id, book_id, review_text)
values
  (-1, -1, -1, ''),
  (-1, -2, -2, '');

--! Check: no two rows of reviews share user_id and book_id
--! From: 000001-create-the-shelf-schema
--! Raises: 23505 reviews_user_id_book_id_key
insert into shelf.reviews (id, user_id, book_id, review_text)
values
  (-1, -1, -1, ''),
  (-2, -1, -1, '');

--! Check: no two rows of content_ratings share id
--! From: 000003-add-content-ratings-to-shelf
--! Raises: 23505 content_ratings_pkey
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values
  (-1, -1, -1, 0, 0, 0, 0),
  (-1, -2, -2, 0, 0, 0, 0);

--! Check: no two rows of content_ratings share user_id and book_id
--! From: 000003-add-content-ratings-to-shelf
--! Raises: 23505 content_ratings_user_id_book_id_key
insert into shelf.content_ratings (id, user_id, book_id, violence_level, language_level, sexual_content_level, substance_use_level)
values
  (-1, -1, -1, 0, 0, 0, 0),
  (-2, -1, -1, 0, 0, 0, 0);

--! Check: no two rows of related_books share book_id and related_book_id
--! From: 000005-create-shelf-related_books-junction-table
--! Raises: 23505 related_books_pkey
insert into shelf.related_books (book_id, related_book_id)
values
  (-1, -2),
  (-1, -2);

--! Check: no two rows of reading_sessions share id
--! From: 000016-record-reading-sessions-in-shelf
--! Raises: 23505 reading_sessions_pkey
insert into shelf.reading_sessions (id, user_id, session_date, minutes_read)
values
  (-1, -1, '2000-01-01', 30),
  (-1, -2, '2000-01-01', 30);

--! Check: no two rows of multi_dimensional_ratings share id
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23505 multi_dimensional_ratings_pkey
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values
  (-1, -1, -1),
  (-1, -2, -2);

--! Check: no two rows of multi_dimensional_ratings share user_id and book_id
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23505 uq_user_book_rating
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values
  (-1, -1, -1),
  (-2, -1, -1);

--! Check: a rating of 0 for pace is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_pace
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for pace is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_pace
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for pace
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for emotional_impact is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_emotional_impact
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, emotional_impact)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for emotional_impact is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_emotional_impact
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, emotional_impact)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for emotional_impact
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, emotional_impact)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for complexity is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_complexity
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, complexity)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for complexity is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_complexity
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, complexity)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for complexity
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, complexity)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for character_development is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_character_development
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, character_development)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for character_development is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_character_development
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, character_development)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for character_development
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, character_development)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for plot_quality is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_plot_quality
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, plot_quality)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for plot_quality is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_plot_quality
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, plot_quality)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for plot_quality
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, plot_quality)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for prose_style is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_prose_style
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, prose_style)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for prose_style is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_prose_style
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, prose_style)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for prose_style
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, prose_style)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: a rating of 0 for originality is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_originality
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, originality)
values (-1, -1, -1, 0);

--! Check: a rating of 6 for originality is refused
--! From: 000018-add-multi-dimensional-ratings
--! Raises: 23514 check_originality
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, originality)
values (-1, -1, -1, 6);

--! Check: ratings from 1 to 5, or none, are accepted for originality
--! From: 000018-add-multi-dimensional-ratings
insert into shelf.users (id, username, email, password_hash)
values
  (-1, 'a checked reader', 'one@checked.example.org', ''),
  (-2, 'another checked reader', 'two@checked.example.org', ''),
  (-3, 'third checked reader', 'third @checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, originality)
values
  (-1, -1, -1, 1),
  (-2, -2, -1, 5),
  (-3, -3, -1, null);
select 3 as expected, count(*) as found from shelf.multi_dimensional_ratings where id between -3 and -1;

--! Check: no two rows of book_fingerprints share book_id
--! From: 000019-add-book-fingerprints
--! Raises: 23505 book_fingerprints_pkey
insert into shelf.book_fingerprints (book_id, total_ratings)
values
  (-1, 1),
  (-1, 1);

--! Check: no two rows of stale_fingerprints share book_id and mark
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
--! Raises: 23505 stale_fingerprints_pkey
insert into shelf.stale_fingerprints (book_id, mark)
overriding system value
values
  (-1, -1),
  (-1, -1);
