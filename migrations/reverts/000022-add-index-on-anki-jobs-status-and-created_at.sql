--! Reverts: sha1:e298df98904d9d863c1116d0016b2a4d74b58cfe
--! Hash: sha1:8c48e16377da26d8b370a4f8aa65fbaed7959a80

--! no-transaction
drop index concurrently anki.ix_jobs_status_created_at;
