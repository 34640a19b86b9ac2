-- Each foreign key by a row that names nobody, and by what becomes of a row when the one that it names is deleted.

--! Check: generation_history.chart_id names a row of chord_charts
--! From: 000012-create-chord-chart-tables
--! Raises: 23503 generation_history_chart_id_fkey
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values (-1, -9, '', 1, 1, 1, 0.01);

--! Check: generation_history go with their row of chord_charts
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id)
values (-1, 'Checked', -1);
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values (-1, -1, '', 1, 1, 1, 0.01);
delete from charts.chord_charts where id = -1;
select 0 as expected, count(*) as found from charts.generation_history where id = -1;
