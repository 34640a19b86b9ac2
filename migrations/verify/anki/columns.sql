-- Each column with its type, length, nullability and default, as PostgreSQL writes them. A column too few, too many or of another
-- type is a row of its own.

--! Check: the columns of anki.users before email_verified
--! From: 000004-create-the-anki-schema
--! Until: 000008-add-email_verified-column-to-anki-users
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('email', 'character varying(255) not null'),
    ('username', 'character varying(50) not null'),
    ('password_hash', 'character varying(255) not null'),
    ('full_name', 'character varying(100)'),
    ('is_active', 'boolean not null default true'),
    ('subscription_tier', 'character varying(20) not null default ''free''::character varying'),
    ('subscription_expires_at', 'timestamp with time zone'),
    ('last_login_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.users
--! From: 000008-add-email_verified-column-to-anki-users
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('email', 'character varying(255) not null'),
    ('username', 'character varying(50) not null'),
    ('password_hash', 'character varying(255) not null'),
    ('full_name', 'character varying(100)'),
    ('is_active', 'boolean not null default true'),
    ('subscription_tier', 'character varying(20) not null default ''free''::character varying'),
    ('subscription_expires_at', 'timestamp with time zone'),
    ('last_login_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('email_verified', 'boolean not null default false')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.users') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.decks
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('name', 'character varying(255) not null'),
    ('description', 'text'),
    ('source_filename', 'character varying(255)'),
    ('card_count', 'integer not null default 0'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.decks') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.jobs
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('deck_id', 'uuid'),
    ('kind', 'character varying(30) not null'),
    ('status', 'character varying(20) not null default ''pending''::character varying'),
    ('progress', 'smallint not null default 0'),
    ('payload', 'jsonb not null default ''{}''::jsonb'),
    ('error_message', 'text'),
    ('attempts', 'smallint not null default 0'),
    ('started_at', 'timestamp with time zone'),
    ('finished_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.jobs') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.settings
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('theme', 'character varying(20) not null default ''system''::character varying'),
    ('language', 'character varying(10) not null default ''en''::character varying'),
    ('cards_per_deck', 'integer not null default 50'),
    ('email_notifications', 'boolean not null default true'),
    ('preferences', 'jsonb not null default ''{}''::jsonb'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.settings') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.subscriptions
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('tier', 'character varying(20) not null'),
    ('status', 'character varying(20) not null'),
    ('provider', 'character varying(30) not null'),
    ('provider_subscription_id', 'character varying(255)'),
    ('price', 'numeric(10,2) not null'),
    ('currency', 'character varying(3) not null default ''USD''::character varying'),
    ('period_start', 'timestamp with time zone not null'),
    ('period_end', 'timestamp with time zone not null'),
    ('cancelled_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.subscriptions') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.audit_logs
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid'),
    ('action', 'character varying(100) not null'),
    ('entity_type', 'character varying(50)'),
    ('entity_id', 'uuid'),
    ('ip_address', 'inet'),
    ('user_agent', 'text'),
    ('details', 'jsonb not null default ''{}''::jsonb'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.audit_logs') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.notifications
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('kind', 'character varying(30) not null'),
    ('title', 'character varying(255) not null'),
    ('body', 'text'),
    ('status', 'character varying(20) not null default ''unread''::character varying'),
    ('read_at', 'timestamp with time zone'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.notifications') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.tags
--! From: 000013-create-anki-deck_tags-junction-table
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('user_id', 'uuid not null'),
    ('name', 'character varying(50) not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.tags') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.deck_tags
--! From: 000013-create-anki-deck_tags-junction-table
select name, expected, found
from (
  values
    ('deck_id', 'uuid not null'),
    ('tag_id', 'uuid not null')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.deck_tags') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of anki.document_chunks
--! From: 000029-add-document-chunks-for-retrieval-to-anki
select name, expected, found
from (
  values
    ('id', 'uuid not null default uuid_generate_v4()'),
    ('deck_id', 'uuid not null'),
    ('position', 'integer not null'),
    ('content', 'text not null'),
    ('embedding', 'vector(1536)'),
    ('created_at', 'timestamp with time zone not null default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('anki.document_chunks') and attnum > 0 and not attisdropped
) as live using (name);
