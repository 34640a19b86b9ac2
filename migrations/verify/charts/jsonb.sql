-- Lyrics are an object of parts and their words, a progression one of parts and their chords.

--! Check: the operators of jsonb read lyrics
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id, lyrics)
values (-1, 'Checked', -1, '{"verse1": "The water is wide", "chorus": "I cannot get o''er"}');
select expression, expected, found
from charts.chord_charts
cross join lateral (
  values
    ('lyrics ->> ''verse1''', 'The water is wide', lyrics ->> 'verse1'),
    ('lyrics -> ''chorus''', '"I cannot get o''er"', (lyrics -> 'chorus')::text),
    ('lyrics #>> ''{verse1}''', 'The water is wide', lyrics #>> '{verse1}'),
    ('lyrics ? ''bridge''', 'false', (lyrics ? 'bridge')::text),
    ('lyrics ?| ''{bridge,chorus}''', 'true', (lyrics ?| '{bridge,chorus}')::text),
    ('lyrics ?& ''{bridge,chorus}''', 'false', (lyrics ?& '{bridge,chorus}')::text),
    ('lyrics - ''chorus''', '{"verse1": "The water is wide"}', (lyrics - 'chorus')::text)
) as readings (expression, expected, found)
where id = -1;

--! Check: the operators of jsonb read progressions
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id, chord_progression)
values (-1, 'Checked', -1, '{"verse": ["G", "C", "D"], "chorus": ["Em", "C"]}');
select expression, expected, found
from charts.chord_charts
cross join lateral (
  values
    ('chord_progression #>> ''{verse,1}''', 'C', chord_progression #>> '{verse,1}'),
    ('chord_progression -> ''chorus''', '["Em", "C"]', (chord_progression -> 'chorus')::text),
    ('chord_progression @> ''{"chorus": ["Em"]}''', 'true', (chord_progression @> '{"chorus": ["Em"]}')::text),
    ('chord_progression @> ''{"verse": ["Em"]}''', 'false', (chord_progression @> '{"verse": ["Em"]}')::text),
    ('chord_progression @? ''$.verse[*] ? (@ == "D")''', 'true', (chord_progression @? '$.verse[*] ? (@ == "D")')::text),
    ('jsonb_array_length(chord_progression -> ''verse'')', '3', jsonb_array_length(chord_progression -> 'verse')::text)
) as readings (expression, expected, found)
where id = -1;

--! Check: a part of the lyrics is replaced without the others
--! From: 000012-create-chord-chart-tables
insert into charts.chord_charts (id, title, guild_id, lyrics)
values (-1, 'Checked', -1, '{"verse1": "one", "verse2": "two"}');
update charts.chord_charts set lyrics = jsonb_set(lyrics, '{verse2}', '"three"') where id = -1;
select '{"verse1": "one", "verse2": "three"}' as expected, lyrics as found from charts.chord_charts where id = -1;

--! Check: lyrics that are no json are refused
--! From: 000012-create-chord-chart-tables
--! Raises: 22P02
insert into charts.chord_charts (id, title, guild_id, lyrics)
values (-1, 'Checked', -1, 'The water is wide');

--! Check: a progression that is no json is refused
--! From: 000012-create-chord-chart-tables
--! Raises: 22P02
insert into charts.chord_charts (id, title, guild_id, chord_progression)
values (-1, 'Checked', -1, 'G C D');
