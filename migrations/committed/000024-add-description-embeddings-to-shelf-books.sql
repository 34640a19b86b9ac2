--! Previous: sha1:3f77dd24908a2f052018fd40cb805b229fe36e09
--! Hash: sha1:da52209257515859d32384aeb6ebc47c5c8a41d1
--! Message: Add description embeddings to shelf.books

create extension if not exists vector with schema public;

alter table shelf.books add column description_embedding public.vector(384);

comment on column shelf.books.description_embedding is 'Embedding of the description, for similar books; null until it is computed';
