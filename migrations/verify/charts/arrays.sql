-- Other titles and keys are arrays.

--! Check: charts are found by what their arrays hold
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id, alternate_titles, keys)
values (-1, 'Checked', -1, '{"O Waly, Waly","There is a Ship"}', '{G,Bb}');
select expression, expected, found
from charts.chord_charts
cross join lateral (
  values
    ('''O Waly, Waly'' = any (alternate_titles)', 'true', ('O Waly, Waly' = any (alternate_titles))::text),
    ('alternate_titles @> ''{There is a Ship}''', 'true', (alternate_titles @> '{There is a Ship}')::text),
    ('alternate_titles[1]', 'O Waly, Waly', alternate_titles[1]),
    ('keys && ''{Bb,C}''', 'true', (keys && '{Bb,C}')::text),
    ('keys && ''{A,C}''', 'false', (keys && '{A,C}')::text),
    ('cardinality(keys)', '2', cardinality(keys)::text),
    ('array_append(keys, ''C#m'')', '{G,Bb,C#m}', array_append(keys, 'C#m')::text)
) as readings (expression, expected, found)
where id = -1;

--! Check: a chart without other titles is no chart of an empty title
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id, alternate_titles, keys)
values (-1, 'Checked', -1, '{}', null);
select 0 as expected, cardinality(alternate_titles) as found from charts.chord_charts where id = -1
union all
select null, cardinality(keys) from charts.chord_charts where id = -1;

--! Check: a key has ten characters at most
--! From: 000012-create-chord-chart-tables
--! Raises: 22001
insert into charts.chord_charts (id, title, guild_id, keys)
values (-1, 'Checked', -1, '{G,"twelve chars"}');
