/* Titles of a guild like a title, misspelt or not: similarity over 0.3, the best ten. The operator % finds them through
   idx_chord_charts_title_trgm at pg_trgm.similarity_threshold, which is 0.3 unless somebody set it. */
/* @name ChartsByTitle */
select id, title, artist, keys, status, similarity(title, :title!) as "similarity!"
from charts.chord_charts
where guild_id = :guildId! and title % :title! and similarity(title, :title!) > 0.3
order by similarity(title, :title!) desc, title
limit 10;

/* Charts that have a chord in a part, such as F#m in the verse. Uses idx_chord_charts_chord_progression_gin. */
/* @name ChartsWithChord */
select id, title, artist, chord_progression -> :part!::text as "chords!"
from charts.chord_charts
where guild_id = :guildId! and chord_progression @> jsonb_build_object(:part!::text, jsonb_build_array(:chord!::text))
order by title, id;
