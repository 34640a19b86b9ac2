--! Previous: sha1:338daf65dd8518637601426be6a874c7792b8176
--! Hash: sha1:e03af600f73d212a6d168926a7bffeb711d52d70
--! Message: Add embeddings to verse.saved_insights

alter table verse.saved_insights add column embedding public.vector(1536);

comment on column verse.saved_insights.embedding is 'Embedding of the insight, to find insights on the same matter; null until it is computed';
