-- A title is found though it is misspelt, the most similar first.

--! Check: the title that is meant comes first
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id)
values
  (-1, 'Amazing Grace', -1),
  (-2, 'Amazing Race', -1),
  (-3, 'Scarborough Fair', -1),
  (-4, 'Greensleeves', -1);
select asked, expected, found
from (
  values
    ('amazing grase', 'Amazing Grace'),
    ('AMAZING  GRACE', 'Amazing Grace'),
    ('amazin race', 'Amazing Race'),
    ('scarboro fair', 'Scarborough Fair'),
    ('green sleeves', 'Greensleeves'),
    ('smoke on the water', null)
) as questions (asked, expected)
left join lateral (
  select title as found
  from charts.chord_charts
  where guild_id = -1 and public.similarity(title, asked) > 0.3
  order by public.similarity(title, asked) desc, id
  limit 1
) as best on true;

--! Check: the index finds what a comparison with every title finds
--! From: 000020-add-trigram-index-on-charts-chord_charts-title
--! Needs: charts.chord_charts
-- A few titles are faster read than looked up: only when that is forbidden, a small table shows what the index finds.
set local enable_seqscan = off;
set local jit = off;
set local pg_trgm.similarity_threshold = 0.3;
select asked.title as asked, expected, found
from (select title from charts.chord_charts order by id limit 20) as asked
cross join lateral (
  select count(*) as expected from charts.chord_charts as chart where public.similarity(chart.title, asked.title) >= 0.3
) as compared
cross join lateral (
  select count(*) as found from charts.chord_charts as chart where chart.title operator(public.%) asked.title
) as indexed;
