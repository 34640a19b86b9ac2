-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.chat_messages (
  id serial primary key,
  insight_id integer not null references verse.saved_insights (id) on delete cascade,
  user_id integer not null references verse.users (id) on delete cascade,
  role varchar(20) not null,
  content text not null,
  was_truncated boolean not null default false,
  created_at timestamptz default now(),
  embedding public.vector(1536)
);

create index idx_chat_messages_embedding_user on verse.chat_messages using hnsw (embedding public.vector_cosine_ops) with (m='16', ef_construction='64');

create index idx_chat_messages_insight_user_created on verse.chat_messages (insight_id, user_id, created_at);

create index idx_chat_messages_user_created on verse.chat_messages (user_id, created_at);

create index ix_chat_messages_insight_id on verse.chat_messages (insight_id);

create index ix_chat_messages_user_id on verse.chat_messages (user_id);

comment on table verse.chat_messages is 'Conversations about an insight, one row for each message';
comment on column verse.chat_messages.id is 'Primary key';
comment on column verse.chat_messages.insight_id is 'The insight that the conversation is about';
comment on column verse.chat_messages.user_id is 'Whose conversation it is';
comment on column verse.chat_messages.role is 'Who speaks: user or assistant';
comment on column verse.chat_messages.content is 'The message';
comment on column verse.chat_messages.was_truncated is 'Whether an answer was cut off at the length limit';
comment on column verse.chat_messages.created_at is 'When the message was sent';
comment on column verse.chat_messages.embedding is 'Embedding of the content, to find earlier messages on the same matter; null until it is computed';
