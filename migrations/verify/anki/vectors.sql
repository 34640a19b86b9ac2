-- What a card is about is found in the documents by cosine distance.

--! Check: the nearest passages of documents are found
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Uses: ix_document_chunks_embedding
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into anki.users (id, email, username, password_hash)
values ('00000000-0000-0000-0000-000000000001', 'one@checked.example.org', 'a checked user', '');
insert into anki.decks (id, user_id, name)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '');
insert into anki.document_chunks (id, deck_id, position, content)
select lpad(n::text, 32, '0')::uuid, '00000000-0000-0000-0000-000000000001', n, '' from generate_series(1, 2000) as n;
analyze anki.document_chunks;
select * from anki.document_chunks order by embedding operator(public.<=>) array_fill(1, array[1536])::public.vector limit 5;

--! Check: similar passages: the index finds what an exact search finds
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Needs: anki.document_chunks
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select id, embedding from anki.document_chunks where embedding is not null order by id limit 20
),
nearest as (
  select asked.id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.embedding operator(public.<=>) asked.embedding as distance
    from anki.document_chunks as other
    where other.embedding is not null
    order by (other.embedding operator(public.<=>) asked.embedding) + 0
    limit 5
  ) as exact
  group by asked.id
),
found as (
  select asked.id, distance
  from asked
  cross join lateral (
    select other.embedding operator(public.<=>) asked.embedding as distance
    from anki.document_chunks as other
    order by other.embedding operator(public.<=>) asked.embedding
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

--! Check: an embedding of another model is refused
--! From: 000029-add-document-chunks-for-retrieval-to-anki
--! Raises: 22000
insert into anki.document_chunks (id, deck_id, position, content, embedding)
values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 0, '', array_fill(1, array[384])::public.vector);
