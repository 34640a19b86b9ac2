--! Reverts: sha1:9530b6b81f7ccea9697f2a5e911dfae4fadce8ab
--! Hash: sha1:7f5264aaca7f6d823e4241fcd9e8b11dadd34fc5

--! no-transaction
drop index concurrently shelf.idx_fingerprint_vector;
