--! Previous: sha1:e03af600f73d212a6d168926a7bffeb711d52d70
--! Hash: sha1:a5247d0315b9ae8b44a90f88fc519ad802fc142a
--! Message: Add index on verse.saved_insights embedding

--! no-transaction
create index concurrently idx_saved_insights_embedding on verse.saved_insights
  using hnsw (embedding public.vector_cosine_ops)
  with (m = 16, ef_construction = 64);
