-- Each column with its type, length, nullability and default, as PostgreSQL writes them. A column too few, too many or of another
-- type is a row of its own.

--! Check: the columns of mam.authors
--! From: 000007-create-the-mam-schema
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.authors_id_seq''::regclass)'),
    ('name', 'character varying(255) not null'),
    ('sort_name', 'character varying(255)'),
    ('goodreads_id', 'character varying(32)'),
    ('audible_id', 'character varying(32)'),
    ('description', 'text'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.authors') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.series before completion
--! From: 000007-create-the-mam-schema
--! Until: 000035-add-series-completion-tracking-to-mam-series
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.series_id_seq''::regclass)'),
    ('name', 'character varying(255) not null'),
    ('author_id', 'integer'),
    ('total_books', 'integer'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.series') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.series
--! From: 000035-add-series-completion-tracking-to-mam-series
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.series_id_seq''::regclass)'),
    ('name', 'character varying(255) not null'),
    ('author_id', 'integer'),
    ('total_books', 'integer'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('owned_books', 'integer not null default 0'),
    ('completion_pct', 'numeric(5,2) not null default 0'),
    ('completion_status', 'character varying(20) not null default ''unknown''::character varying'),
    ('checked_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.series') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.books with short titles
--! From: 000007-create-the-mam-schema
--! Until: 000023-increase-title-column-length-of-mam-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.books_id_seq''::regclass)'),
    ('title', 'character varying(255) not null'),
    ('subtitle', 'character varying(512)'),
    ('asin', 'character varying(10)'),
    ('isbn', 'character varying(13)'),
    ('series_id', 'integer'),
    ('series_position', 'numeric(6,2)'),
    ('duration_minutes', 'integer'),
    ('published_year', 'smallint'),
    ('publisher', 'character varying(255)'),
    ('description', 'text'),
    ('metadata', 'jsonb not null default ''{}''::jsonb'),
    ('status', 'character varying(20) not null default ''wanted''::character varying'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.books before book_quality
--! From: 000023-increase-title-column-length-of-mam-books
--! Until: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.books_id_seq''::regclass)'),
    ('title', 'character varying(512) not null'),
    ('subtitle', 'character varying(512)'),
    ('asin', 'character varying(10)'),
    ('isbn', 'character varying(13)'),
    ('series_id', 'integer'),
    ('series_position', 'numeric(6,2)'),
    ('duration_minutes', 'integer'),
    ('published_year', 'smallint'),
    ('publisher', 'character varying(255)'),
    ('description', 'text'),
    ('metadata', 'jsonb not null default ''{}''::jsonb'),
    ('status', 'character varying(20) not null default ''wanted''::character varying'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.books
--! From: 000030-add-book_quality-field-for-narrator-matching-to-mam-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.books_id_seq''::regclass)'),
    ('title', 'character varying(512) not null'),
    ('subtitle', 'character varying(512)'),
    ('asin', 'character varying(10)'),
    ('isbn', 'character varying(13)'),
    ('series_id', 'integer'),
    ('series_position', 'numeric(6,2)'),
    ('duration_minutes', 'integer'),
    ('published_year', 'smallint'),
    ('publisher', 'character varying(255)'),
    ('description', 'text'),
    ('metadata', 'jsonb not null default ''{}''::jsonb'),
    ('status', 'character varying(20) not null default ''wanted''::character varying'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone'),
    ('book_quality', 'numeric(4,3)')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.books') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.book_authors
--! From: 000007-create-the-mam-schema
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('author_id', 'integer not null'),
    ('position', 'smallint not null default 1')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.book_authors') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.downloads
--! From: 000011-track-downloads-of-mam-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.downloads_id_seq''::regclass)'),
    ('book_id', 'integer not null'),
    ('source', 'character varying(20) not null'),
    ('external_id', 'character varying(64)'),
    ('info_hash', 'character varying(40)'),
    ('release_title', 'character varying(512) not null'),
    ('format', 'character varying(10)'),
    ('bitrate_kbps', 'integer'),
    ('size_bytes', 'bigint'),
    ('status', 'character varying(20) not null default ''queued''::character varying'),
    ('attempts', 'smallint not null default 0'),
    ('next_retry_at', 'timestamp with time zone'),
    ('error_message', 'text'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('completed_at', 'timestamp with time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.downloads') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.narrators
--! From: 000014-add-narrators-of-mam-books
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.narrators_id_seq''::regclass)'),
    ('name', 'character varying(255) not null'),
    ('normalized_name', 'character varying(255) not null'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.narrators') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.book_narrators
--! From: 000014-add-narrators-of-mam-books
select name, expected, found
from (
  values
    ('book_id', 'integer not null'),
    ('narrator_id', 'integer not null'),
    ('confidence', 'numeric(4,3) not null'),
    ('source', 'character varying(20) not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.book_narrators') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of mam.missing_books
--! From: 000017-record-missing-books-of-a-mam-series
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''mam.missing_books_id_seq''::regclass)'),
    ('series_id', 'integer not null'),
    ('series_position', 'numeric(6,2) not null'),
    ('title', 'character varying(512)'),
    ('reported_at', 'timestamp with time zone not null default now()'),
    ('resolved_book_id', 'integer')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('mam.missing_books') and attnum > 0 and not attisdropped
) as live using (name);
