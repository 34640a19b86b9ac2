-- Insights and messages on the same matter, by cosine distance.

--! Check: the nearest insights are found
--! From: 000027-add-index-on-verse-saved_insights-embedding
--! Uses: idx_saved_insights_embedding
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -n, 'Checked ' || n, '', '', '', '' from generate_series(1, 2000) as n;
analyze verse.saved_insights;
select * from verse.saved_insights order by embedding operator(public.<=>) array_fill(1, array[1536])::public.vector limit 5;

--! Check: the nearest messages are found
--! From: 000002-create-the-verse-schema-with-pgvector
--! Uses: idx_chat_messages_embedding_user
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into verse.users (id, anonymous_id)
values (-1, 'checked-1');
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', '');
insert into verse.chat_messages (id, insight_id, user_id, role, content)
select -n, -1, -1, 'user', '' from generate_series(1, 2000) as n;
analyze verse.chat_messages;
select * from verse.chat_messages order by embedding operator(public.<=>) array_fill(1, array[1536])::public.vector limit 5;

--! Check: the nearest standalone messages are found
--! From: 000006-add-standalone-chats-to-verse
--! Uses: idx_standalone_chat_messages_embedding
-- None of these rows has a vector: they make the table large, and the index stays as it is.
insert into verse.users (id, anonymous_id)
values (-1, 'checked-1');
insert into verse.standalone_chats (id, user_id)
values (-1, -1);
insert into verse.standalone_chat_messages (id, chat_id, role, content)
select -n, -1, 'user', '' from generate_series(1, 2000) as n;
analyze verse.standalone_chat_messages;
select * from verse.standalone_chat_messages order by embedding operator(public.<=>) array_fill(1, array[1536])::public.vector limit 5;

--! Check: similar insights: the index finds what an exact search finds
--! From: 000027-add-index-on-verse-saved_insights-embedding
--! Needs: verse.saved_insights
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select id, embedding from verse.saved_insights where embedding is not null order by id limit 20
),
nearest as (
  select asked.id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.embedding operator(public.<=>) asked.embedding as distance
    from verse.saved_insights as other
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
    from verse.saved_insights as other
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

--! Check: similar messages: the index finds what an exact search finds
--! From: 000002-create-the-verse-schema-with-pgvector
--! Needs: verse.chat_messages
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select id, embedding from verse.chat_messages where embedding is not null order by id limit 20
),
nearest as (
  select asked.id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.embedding operator(public.<=>) asked.embedding as distance
    from verse.chat_messages as other
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
    from verse.chat_messages as other
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

--! Check: similar standalone messages: the index finds what an exact search finds
--! From: 000006-add-standalone-chats-to-verse
--! Needs: verse.standalone_chat_messages
-- Some dozen vectors are faster read than looked up: only when that is forbidden, a small table shows what the index finds. What is
-- forbidden is so dear that it would be compiled first, were it not for jit = off. Rows that were rolled back or deleted take places among
-- the candidates until a vacuum, so that there are more of these. What is as near as the last of the nearest counts as found.
set local enable_seqscan = off;
set local jit = off;
set local hnsw.ef_search = 200;
with asked as (
  select id, embedding from verse.standalone_chat_messages where embedding is not null order by id limit 20
),
nearest as (
  select asked.id, max(distance) as farthest, count(*) as wanted
  from asked
  cross join lateral (
    select other.embedding operator(public.<=>) asked.embedding as distance
    from verse.standalone_chat_messages as other
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
    from verse.standalone_chat_messages as other
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
--! From: 000026-add-embeddings-to-verse-saved_insights
--! Raises: 22000
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application, embedding)
values (-1, 'Checked 1', 'In the beginning', '', '', '', array_fill(1, array[384])::public.vector);
