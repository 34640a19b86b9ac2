/* @name RecordGeneration */
insert into charts.generation_history (chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values (:chartId!, :model!, :promptTokens!, :completionTokens!, :latencyMs!, :costUsd!)
returning id, created_at;

/* A chart's generations, newest first. */
/* @name GenerationsOfChart */
select id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at
from charts.generation_history
where chart_id = :chartId!
order by created_at desc, id desc;

/* What each guild spent in the thirty days up to a moment, most first. */
/* @name GenerationTotalsByGuild */
select
  c.guild_id,
  count(*)::int4 as "generations!",
  sum(g.prompt_tokens + g.completion_tokens) as "tokens!",
  sum(g.cost_usd) as "cost_usd!"
from charts.generation_history g
join charts.chord_charts c on c.id = g.chart_id
where g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!
group by c.guild_id
order by sum(g.cost_usd) desc, c.guild_id;

/* The same by model, with the median latency. */
/* @name GenerationTotalsByModel */
select
  g.model_used,
  count(*)::int4 as "generations!",
  sum(g.prompt_tokens + g.completion_tokens) as "tokens!",
  sum(g.cost_usd) as "cost_usd!",
  percentile_cont(0.5) within group (order by g.latency_ms) as "median_latency_ms!"
from charts.generation_history g
where g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!
group by g.model_used
order by sum(g.cost_usd) desc, g.model_used;
