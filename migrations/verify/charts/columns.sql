-- Each column with its type, length, nullability and default, as PostgreSQL writes them. A column too few, too many or of another
-- type is a row of its own.

--! Check: the columns of charts.chord_charts
--! From: 000012-create-chord-chart-tables
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''charts.chord_charts_id_seq''::regclass)'),
    ('title', 'character varying(255) not null'),
    ('artist', 'character varying(255)'),
    ('alternate_titles', 'text[]'),
    ('keys', 'character varying(10)[]'),
    ('lyrics', 'jsonb'),
    ('chord_progression', 'jsonb'),
    ('source', 'character varying(50)'),
    ('status', 'character varying(20)'),
    ('requested_by', 'bigint'),
    ('approved_by', 'bigint'),
    ('guild_id', 'bigint not null'),
    ('created_at', 'timestamp without time zone default now()'),
    ('approved_at', 'timestamp without time zone')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('charts.chord_charts') and attnum > 0 and not attisdropped
) as live using (name);

--! Check: the columns of charts.generation_history
--! From: 000012-create-chord-chart-tables
select name, expected, found
from (
  values
    ('id', 'integer not null default nextval(''charts.generation_history_id_seq''::regclass)'),
    ('chart_id', 'integer not null'),
    ('model_used', 'character varying(100) not null'),
    ('prompt_tokens', 'integer not null'),
    ('completion_tokens', 'integer not null'),
    ('latency_ms', 'integer not null'),
    ('cost_usd', 'numeric(10,6) not null'),
    ('created_at', 'timestamp without time zone default now()')
) as wanted (name, expected)
full join (
  select
    attname::text as name,
    concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as found
  from pg_attribute
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = to_regclass('charts.generation_history') and attnum > 0 and not attisdropped
) as live using (name);
