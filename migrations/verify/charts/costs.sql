-- What a generation has cost, in dollars: millionths count, and nothing is lost in sums.

--! Check: a cost is exact to the millionth
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id)
values (-1, 'Checked', -1);
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values
  (-1, -1, 'checked', 1, 1, 1, 0.000001),
  (-2, -1, 'checked', 1, 1, 1, 0.0000015),
  (-3, -1, 'checked', 1, 1, 1, 0.1),
  (-4, -1, 'checked', 1, 1, 1, 9999.999999);
select expected, cost_usd::text as found
from (
  values
    (-1, '0.000001'),
    (-2, '0.000002'),
    (-3, '0.100000'),
    (-4, '9999.999999')
) as wanted (id, expected)
left join charts.generation_history using (id);

--! Check: small costs make their exact sum
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id)
values (-1, 'Checked', -1);
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
select -n, -1, 'checked', 1, 1, 1, 0.000001 from generate_series(1, 100) as n;
select '0.000100' as expected, sum(cost_usd) as found from charts.generation_history where chart_id = -1;

--! Check: a cost of ten thousand dollars is refused
--! From: 000012-create-chord-chart-tables
--! Raises: 22003
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values (-1, -1, 'checked', 1, 1, 1, 10000);

--! Check: a server's generations of thirty days are summed up
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id)
values (-1, 'Checked', -1), (-2, 'Checked', -2);
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at)
values
  (-1, -1, 'checked', 100, 20, 900, 0.001234, now() - interval '1 day'),
  (-2, -1, 'checked', 200, 30, 1100, 0.002345, now() - interval '29 days'),
  (-3, -1, 'checked', 400, 40, 1000, 0.004567, now() - interval '31 days'),
  (-4, -2, 'checked', 800, 50, 1000, 0.008901, now() - interval '1 day');
select '2 generations, 350 tokens, 0.003579 dollars' as expected,
  format('%s generations, %s tokens, %s dollars', count(*), sum(prompt_tokens + completion_tokens), sum(cost_usd)) as found
from charts.generation_history as generation
join charts.chord_charts as chart on chart.id = generation.chart_id
where chart.guild_id = -1 and generation.created_at > now() - interval '30 days';
