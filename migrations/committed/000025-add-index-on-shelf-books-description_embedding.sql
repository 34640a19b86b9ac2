--! Previous: sha1:da52209257515859d32384aeb6ebc47c5c8a41d1
--! Hash: sha1:338daf65dd8518637601426be6a874c7792b8176
--! Message: Add index on shelf.books description_embedding

--! no-transaction
create index concurrently idx_book_embedding on shelf.books using hnsw (description_embedding public.vector_cosine_ops);
