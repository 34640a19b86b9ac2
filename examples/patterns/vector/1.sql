create extension if not exists vector with schema public;

alter table library.books add column embedding public.vector(384);

comment on column library.books.embedding is 'Embedding of title and summary; null until it is computed';
