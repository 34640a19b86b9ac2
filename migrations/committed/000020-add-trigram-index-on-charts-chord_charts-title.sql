--! Previous: sha1:f4d8f70d6654d8ec84c74467da154ae2b1fed29c
--! Hash: sha1:fa20b13514f7e482a0ff4ee64dfe8f762da4bb66
--! Message: Add trigram index on charts.chord_charts title

--! no-transaction
create index concurrently idx_chord_charts_title_trgm on charts.chord_charts using gin (title public.gin_trgm_ops);
