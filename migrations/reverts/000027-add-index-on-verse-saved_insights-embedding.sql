--! Reverts: sha1:a5247d0315b9ae8b44a90f88fc519ad802fc142a
--! Hash: sha1:9f92e87fdc225189ab576958b52f8c60e629ab98

--! no-transaction
drop index concurrently verse.idx_saved_insights_embedding;
