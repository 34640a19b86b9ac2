--! Previous: sha1:dd4db68362e784713b403165995f712b466710b5
--! Hash: sha1:9530b6b81f7ccea9697f2a5e911dfae4fadce8ab
--! Message: Add index on shelf.book_fingerprints fingerprint_vector

--! no-transaction
create index concurrently idx_fingerprint_vector on shelf.book_fingerprints using hnsw (fingerprint_vector public.vector_l2_ops);
