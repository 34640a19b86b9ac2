-- Books that are like a book: by what their descriptions say (cosine), and by how they feel to readers (euclidean).

--! Check: the books of the nearest descriptions are found
--! From: 000025-add-index-on-shelf-books-description_embedding
--! Uses: idx_book_embedding
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 2000) as n;
analyze shelf.books;
select * from shelf.books order by description_embedding operator(public.<=>) array_fill(1, array[384])::public.vector limit 5;

--! Check: the books of the nearest fingerprints are found
--! From: 000032-add-index-on-shelf-book_fingerprints-fingerprint_vector
--! Uses: idx_fingerprint_vector
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 2000) as n;
insert into shelf.book_fingerprints (book_id, total_ratings)
select -n, 1 from generate_series(1, 2000) as n;
analyze shelf.book_fingerprints;
select * from shelf.book_fingerprints order by fingerprint_vector operator(public.<->) array_fill(1, array[7])::public.vector limit 5;

--! Check: similar descriptions: the index finds what an exact search finds
--! From: 000025-add-index-on-shelf-books-description_embedding
--! Needs: shelf.books
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select id, description_embedding from shelf.books where description_embedding is not null order by id limit 20
),
nearest as (
  select asked.id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.description_embedding operator(public.<=>) asked.description_embedding as distance
    from shelf.books as other
    where other.description_embedding is not null
    order by (other.description_embedding operator(public.<=>) asked.description_embedding) + 0
    limit 5
  ) as exact
  group by asked.id
),
found as (
  select asked.id, distance
  from asked
  cross join lateral (
    select other.description_embedding operator(public.<=>) asked.description_embedding as distance
    from shelf.books as other
    order by other.description_embedding operator(public.<=>) asked.description_embedding
    limit 5
  ) as indexed
)
select
  'at least 0.95' as expected,
  case when coalesce(recall, 1) >= 0.95 then 'at least 0.95' else recall::text end as found
from (
  select (select count(*) from found join nearest using (id) where distance <= farthest + 1e-6)::numeric / sum(wanted) as recall
  from nearest
) as measured;

--! Check: similar fingerprints: the index finds what an exact search finds
--! From: 000032-add-index-on-shelf-book_fingerprints-fingerprint_vector
--! Needs: shelf.book_fingerprints
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select book_id, fingerprint_vector from shelf.book_fingerprints where fingerprint_vector is not null order by book_id limit 20
),
nearest as (
  select asked.book_id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.fingerprint_vector operator(public.<->) asked.fingerprint_vector as distance
    from shelf.book_fingerprints as other
    where other.fingerprint_vector is not null
    order by (other.fingerprint_vector operator(public.<->) asked.fingerprint_vector) + 0
    limit 5
  ) as exact
  group by asked.book_id
),
found as (
  select asked.book_id, distance
  from asked
  cross join lateral (
    select other.fingerprint_vector operator(public.<->) asked.fingerprint_vector as distance
    from shelf.book_fingerprints as other
    order by other.fingerprint_vector operator(public.<->) asked.fingerprint_vector
    limit 5
  ) as indexed
)
select
  'at least 0.95' as expected,
  case when coalesce(recall, 1) >= 0.95 then 'at least 0.95' else recall::text end as found
from (
  select (select count(*) from found join nearest using (book_id) where distance <= farthest + 1e-6)::numeric / sum(wanted) as recall
  from nearest
) as measured;

--! Check: an embedding of another model is refused
--! From: 000024-add-description-embeddings-to-shelf-books
--! Raises: 22000
insert into shelf.books (id, title, author, description_embedding)
values (-1, '', '', array_fill(1, array[1536])::public.vector);

--! Check: a fingerprint of six dimensions is refused
--! From: 000031-add-fingerprint-vectors-to-shelf
--! Raises: 22000
insert into shelf.book_fingerprints (book_id, total_ratings, fingerprint_vector)
values (-1, 1, '[1,2,3,4,5,6]');
