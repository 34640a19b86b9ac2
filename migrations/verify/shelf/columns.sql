-- Each column with its type, length, nullability and default, as PostgreSQL writes them. A column too few, too many or of another
-- type is a row of its own.

--! Check: the columns of shelf.users before there were roles
--! From: 000001-create-the-shelf-schema
--! Until: 000010-add-role-column-to-shelf-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.users_id_seq''::regclass)'),
    ('username', 'character varying(50) not null'),
    ('email', 'character varying(255) not null'),
    ('password_hash', 'character varying(255) not null'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.users
--! From: 000010-add-role-column-to-shelf-users
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.users_id_seq''::regclass)'),
    ('username', 'character varying(50) not null'),
    ('email', 'character varying(255) not null'),
    ('password_hash', 'character varying(255) not null'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('role', 'character varying(20) not null default ''user''::character varying')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.books before embeddings
--! From: 000001-create-the-shelf-schema
--! Until: 000024-add-description-embeddings-to-shelf-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.books_id_seq''::regclass)'),
    ('title', 'character varying(500) not null'),
    ('author', 'character varying(500) not null'),
    ('isbn', 'character varying(13)'),
    ('description', 'text'),
    ('cover_url', 'character varying(1000)'),
    ('publication_date', 'date'),
    ('author_bio', 'text'),
    ('page_count', 'integer'),
    ('external_rating', 'double precision'),
    ('external_rating_count', 'integer'),
    ('buy_link', 'character varying(1000)'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.books
--! From: 000024-add-description-embeddings-to-shelf-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.books_id_seq''::regclass)'),
    ('title', 'character varying(500) not null'),
    ('author', 'character varying(500) not null'),
    ('isbn', 'character varying(13)'),
    ('description', 'text'),
    ('cover_url', 'character varying(1000)'),
    ('publication_date', 'date'),
    ('author_bio', 'text'),
    ('page_count', 'integer'),
    ('external_rating', 'double precision'),
    ('external_rating_count', 'integer'),
    ('buy_link', 'character varying(1000)'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('description_embedding', 'vector(384)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.genres
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.genres_id_seq''::regclass)'),
    ('name', 'character varying(100) not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.genres') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.book_genres
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('genre_id', 'integer not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.book_genres') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.user_books
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.user_books_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('book_id', 'integer not null'),
    ('status', 'character varying not null'),
    ('rating', 'smallint'),
    ('date_added', 'timestamp with time zone not null default now()'),
    ('date_started', 'timestamp with time zone'),
    ('date_finished', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.user_books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.reviews
--! From: 000001-create-the-shelf-schema
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.reviews_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('book_id', 'integer not null'),
    ('review_text', 'text not null'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.reviews') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.content_ratings
--! From: 000003-add-content-ratings-to-shelf
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.content_ratings_id_seq''::regclass)'),
    ('book_id', 'integer not null'),
    ('user_id', 'integer not null'),
    ('violence_level', 'smallint not null'),
    ('language_level', 'smallint not null'),
    ('sexual_content_level', 'smallint not null'),
    ('substance_use_level', 'smallint not null'),
    ('other_tags', 'character varying(100)[]'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.content_ratings') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.related_books
--! From: 000005-create-shelf-related_books-junction-table
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('related_book_id', 'integer not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.related_books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.reading_sessions
--! From: 000016-record-reading-sessions-in-shelf
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.reading_sessions_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('book_id', 'integer'),
    ('session_date', 'date not null'),
    ('minutes_read', 'integer not null'),
    ('pages_read', 'integer'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.reading_sessions') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.multi_dimensional_ratings
--! From: 000018-add-multi-dimensional-ratings
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''shelf.multi_dimensional_ratings_id_seq''::regclass)'),
    ('user_id', 'integer not null'),
    ('book_id', 'integer not null'),
    ('pace', 'smallint'),
    ('emotional_impact', 'smallint'),
    ('complexity', 'smallint'),
    ('character_development', 'smallint'),
    ('plot_quality', 'smallint'),
    ('prose_style', 'smallint'),
    ('originality', 'smallint'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.multi_dimensional_ratings') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.book_fingerprints before vectors
--! From: 000019-add-book-fingerprints
--! Until: 000031-add-fingerprint-vectors-to-shelf
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('avg_pace', 'double precision'),
    ('avg_emotional_impact', 'double precision'),
    ('avg_complexity', 'double precision'),
    ('avg_character_development', 'double precision'),
    ('avg_plot_quality', 'double precision'),
    ('avg_prose_style', 'double precision'),
    ('avg_originality', 'double precision'),
    ('star_equivalent', 'double precision'),
    ('total_ratings', 'integer not null'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.book_fingerprints') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.book_fingerprints
--! From: 000031-add-fingerprint-vectors-to-shelf
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('avg_pace', 'double precision'),
    ('avg_emotional_impact', 'double precision'),
    ('avg_complexity', 'double precision'),
    ('avg_character_development', 'double precision'),
    ('avg_plot_quality', 'double precision'),
    ('avg_prose_style', 'double precision'),
    ('avg_originality', 'double precision'),
    ('star_equivalent', 'double precision'),
    ('total_ratings', 'integer not null'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('fingerprint_vector', 'vector(7)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.book_fingerprints') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.stale_fingerprints
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('mark', 'bigint not null generated always as identity'),
    ('marked_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(
      ' ',
      format_type(atttypid, atttypmod),
      case when attnotnull then 'not null' end,
      case attidentity when 'a' then 'generated always as identity' end,
      'default ' || pg_get_expr(adbin, adrelid)
    ) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.stale_fingerprints') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of shelf.calculated_fingerprints
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    ('book_id', 'integer'),
    ('avg_pace', 'double precision'),
    ('avg_emotional_impact', 'double precision'),
    ('avg_complexity', 'double precision'),
    ('avg_character_development', 'double precision'),
    ('avg_plot_quality', 'double precision'),
    ('avg_prose_style', 'double precision'),
    ('avg_originality', 'double precision'),
    ('star_equivalent', 'double precision'),
    ('total_ratings', 'integer'),
    ('fingerprint_vector', 'vector(7)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('shelf.calculated_fingerprints') and attnum > 0 and not attisdropped
) as live using (name);
