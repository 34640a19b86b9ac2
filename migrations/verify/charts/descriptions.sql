-- The comments to the letter, a table a check: one that is missing is what comments.sql looks for.

--! Check: what is said of the schema
--! From: 000012-create-chord-chart-tables
select 'Chord charts, and the record of how they were generated' as expected, found
from obj_description(to_regnamespace('charts'), 'pg_namespace') as found
where found is not null;

--! Check: what is said of charts.chord_charts
--! From: 000012-create-chord-chart-tables
select name, expected, found
from (
  values
    (null, 'Stores chord chart data for songs'),
    ('id', 'Primary key'),
    ('title', 'Song title (required)'),
    ('artist', 'Artist name'),
    ('alternate_titles', 'Alternative song titles'),
    ('keys', 'Musical keys'),
    ('lyrics', 'Song lyrics data'),
    ('chord_progression', 'Chord progression data'),
    ('source', 'Source of chart'),
    ('status', 'Approval status'),
    ('requested_by', 'Discord user ID who requested'),
    ('approved_by', 'Discord user ID who approved'),
    ('guild_id', 'Discord server ID (required)'),
    ('created_at', 'Creation timestamp'),
    ('approved_at', 'Approval timestamp')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('charts.chord_charts'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('charts.chord_charts') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of charts.generation_history
--! From: 000012-create-chord-chart-tables
select name, expected, found
from (
  values
    (null, 'Tracks AI generation metrics'),
    ('id', 'Primary key'),
    ('chart_id', 'Foreign key to chord_charts (CASCADE delete)'),
    ('model_used', 'AI model name'),
    ('prompt_tokens', 'Input tokens consumed'),
    ('completion_tokens', 'Output tokens generated'),
    ('latency_ms', 'Generation time in milliseconds'),
    ('cost_usd', 'Generation cost in USD'),
    ('created_at', 'Record timestamp')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('charts.generation_history'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('charts.generation_history') and attname = name)
  end as found
) as live
where found is not null;
