--! no-transaction
create index concurrently ix_books_embedding on library.books using hnsw (embedding public.vector_cosine_ops);
