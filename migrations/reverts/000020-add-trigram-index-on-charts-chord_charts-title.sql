--! Reverts: sha1:fa20b13514f7e482a0ff4ee64dfe8f762da4bb66
--! Hash: sha1:1b371067be5117dcf96e19c7e76f76fa7e69d661

--! no-transaction
drop index concurrently charts.idx_chord_charts_title_trgm;
