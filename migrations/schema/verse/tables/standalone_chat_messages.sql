-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.standalone_chat_messages (
  id serial primary key,
  chat_id integer not null references verse.standalone_chats (id) on delete cascade,
  role varchar(20) not null,
  content text not null,
  was_truncated boolean not null default false,
  created_at timestamptz not null default now(),
  embedding public.vector(1536)
);

create index idx_standalone_chat_messages_chat_created on verse.standalone_chat_messages (chat_id, created_at);

create index idx_standalone_chat_messages_embedding on verse.standalone_chat_messages using hnsw (embedding public.vector_cosine_ops) with (m='16', ef_construction='64');

comment on table verse.standalone_chat_messages is 'Messages of the standalone conversations';
comment on column verse.standalone_chat_messages.id is 'Primary key';
comment on column verse.standalone_chat_messages.chat_id is 'The conversation';
comment on column verse.standalone_chat_messages.role is 'Who speaks: user or assistant';
comment on column verse.standalone_chat_messages.content is 'The message';
comment on column verse.standalone_chat_messages.was_truncated is 'Whether an answer was cut off at the length limit';
comment on column verse.standalone_chat_messages.created_at is 'When the message was sent';
comment on column verse.standalone_chat_messages.embedding is 'Embedding of the content, to find earlier messages on the same matter; null until it is computed';
