--! Previous: sha1:8db9b9958ea3b14ed776968efb74bb4bd5dabc95
--! Hash: sha1:f3a18fe56b1f8399af13b0e0a24536a0b4311c5c
--! Message: Add standalone chats to verse

create table verse.standalone_chats (
  id serial primary key,
  user_id integer not null references verse.users (id) on delete cascade,
  title varchar(200),
  passage_reference varchar(100),
  passage_text text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index idx_standalone_chats_user_updated on verse.standalone_chats (user_id, updated_at);

comment on table verse.standalone_chats is 'Conversations that do not start from an insight';
comment on column verse.standalone_chats.id is 'Primary key';
comment on column verse.standalone_chats.user_id is 'Whose conversation it is';
comment on column verse.standalone_chats.title is 'Title taken from the first message; null until there is one';
comment on column verse.standalone_chats.passage_reference is 'The passage that the conversation started from, if any';
comment on column verse.standalone_chats.passage_text is 'Text of that passage';
comment on column verse.standalone_chats.created_at is 'When the conversation started';
comment on column verse.standalone_chats.updated_at is 'When the last message was sent';

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

create index idx_standalone_chat_messages_embedding on verse.standalone_chat_messages
  using hnsw (embedding public.vector_cosine_ops)
  with (m = 16, ef_construction = 64);

comment on table verse.standalone_chat_messages is 'Messages of the standalone conversations';
comment on column verse.standalone_chat_messages.id is 'Primary key';
comment on column verse.standalone_chat_messages.chat_id is 'The conversation';
comment on column verse.standalone_chat_messages.role is 'Who speaks: user or assistant';
comment on column verse.standalone_chat_messages.content is 'The message';
comment on column verse.standalone_chat_messages.was_truncated is 'Whether an answer was cut off at the length limit';
comment on column verse.standalone_chat_messages.created_at is 'When the message was sent';
comment on column verse.standalone_chat_messages.embedding is 'Embedding of the content, to find earlier messages on the same matter; null until it is computed';
