--! Reverts: sha1:18742d64d26682cfb14702bc3184b387fd028f2a
--! Hash: sha1:aec3037c249f2544596dca1601fcc622e945ae24

-- The extension stays: other schemas may use it.
drop table charts.generation_history;
drop table charts.chord_charts;
drop schema charts;
