-- Each index by what it is, and by a query that it is there for: the planner must choose it as soon as there are some hundred rows.

--! Check: these indexes and no others
--! From: 000020-add-trigram-index-on-charts-chord_charts-title
-- An operator class that is not named is the default one of the column's type.
select relation, name, expected, found
from (
  values
    ('charts.chord_charts', 'chord_charts_pkey', 'unique btree (id)'),
    ('charts.chord_charts', 'idx_chord_charts_chord_progression_gin', 'gin (chord_progression)'),
    ('charts.chord_charts', 'idx_chord_charts_guild_id', 'btree (guild_id)'),
    ('charts.chord_charts', 'idx_chord_charts_lyrics_gin', 'gin (lyrics)'),
    ('charts.chord_charts', 'idx_chord_charts_status', 'btree (status)'),
    ('charts.chord_charts', 'idx_chord_charts_title_guild', 'unique btree (title, guild_id)'),
    ('charts.chord_charts', 'idx_chord_charts_title_trgm', 'gin (title gin_trgm_ops)'),
    ('charts.generation_history', 'generation_history_pkey', 'unique btree (id)'),
    ('charts.generation_history', 'idx_generation_history_chart_id', 'btree (chart_id)')
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
  where relnamespace = to_regnamespace('charts')
) as live using (relation, name);

--! Check: a chart is found by id
--! From: 000012-create-chord-chart-tables
--! Uses: chord_charts_pkey
insert into charts.chord_charts (id, title, guild_id)
select -n, 'Checked ' || n, -1 from generate_series(1, 500) as n;
analyze charts.chord_charts;
select * from charts.chord_charts where id = -7;

--! Check: the chart of a title on a server is found
--! From: 000012-create-chord-chart-tables
--! Uses: idx_chord_charts_title_guild
insert into charts.chord_charts (id, title, guild_id)
select -n, 'Checked ' || n, -1 from generate_series(1, 500) as n;
analyze charts.chord_charts;
select * from charts.chord_charts where title = 'Checked 7' and guild_id = -1;

--! Check: the charts of a status are found
--! From: 000012-create-chord-chart-tables
--! Uses: idx_chord_charts_status
insert into charts.chord_charts (id, title, guild_id, status)
select -n, 'Checked ' || n, -1, case when n = 7 then 'checked' else 'approved' end from generate_series(1, 500) as n;
analyze charts.chord_charts;
select * from charts.chord_charts where status = 'checked';

--! Check: the charts of a server are found
--! From: 000012-create-chord-chart-tables
--! Uses: idx_chord_charts_guild_id
insert into charts.chord_charts (id, title, guild_id)
select -n, 'Checked', -n from generate_series(1, 500) as n;
analyze charts.chord_charts;
select * from charts.chord_charts where guild_id = -7;

--! Check: charts are found by a part that their lyrics have
--! From: 000012-create-chord-chart-tables
--! Uses: idx_chord_charts_lyrics_gin
insert into charts.chord_charts (id, title, guild_id, lyrics)
select -n, 'Checked ' || n, -1, jsonb_build_object('verse' || n, 'la la la') from generate_series(1, 2000) as n;
-- A GIN index keeps what is new in a list of its own at first, which the planner takes for slow.
select gin_clean_pending_list('charts.idx_chord_charts_lyrics_gin');
analyze charts.chord_charts;
select * from charts.chord_charts where lyrics ? 'verse7';

--! Check: charts are found by what their progression contains
--! From: 000012-create-chord-chart-tables
--! Uses: idx_chord_charts_chord_progression_gin
insert into charts.chord_charts (id, title, guild_id, chord_progression)
select -n, 'Checked ' || n, -1, jsonb_build_object('verse', array['G', 'C', 'chord ' || n]) from generate_series(1, 2000) as n;
-- A GIN index keeps what is new in a list of its own at first, which the planner takes for slow.
select gin_clean_pending_list('charts.idx_chord_charts_chord_progression_gin');
analyze charts.chord_charts;
select * from charts.chord_charts where chord_progression @> '{"verse": ["chord 7"]}';

--! Check: charts are found by a title that is misspelt
--! From: 000020-add-trigram-index-on-charts-chord_charts-title
--! Uses: idx_chord_charts_title_trgm
insert into charts.chord_charts (id, title, guild_id, artist)
select -n, left(md5(n::text), 6), -1, repeat('a', 255) from generate_series(1, 2000) as n;
-- A GIN index keeps what is new in a list of its own at first, which the planner takes for slow.
select gin_clean_pending_list('charts.idx_chord_charts_title_trgm');
analyze charts.chord_charts;
select * from charts.chord_charts where title operator(public.%) '8f14ex';

--! Check: a generation is found by id
--! From: 000012-create-chord-chart-tables
--! Uses: generation_history_pkey
insert into charts.chord_charts (id, title, guild_id)
values (-1, 'Checked', -1);
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
select -n, -1, '', 1, 1, 1, 0.01 from generate_series(1, 500) as n;
analyze charts.generation_history;
select * from charts.generation_history where id = -7;

--! Check: the generations of a chart are found
--! From: 000012-create-chord-chart-tables
--! Uses: idx_generation_history_chart_id
insert into charts.chord_charts (id, title, guild_id)
select -n, 'Checked ' || n, -1 from generate_series(1, 500) as n;
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
select -n, -n, '', 1, 1, 1, 0.01 from generate_series(1, 500) as n;
analyze charts.generation_history;
select * from charts.generation_history where chart_id = -7;
