-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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
