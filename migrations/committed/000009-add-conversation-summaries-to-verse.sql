--! Previous: sha1:2b49c7b78932400844b952d2870a871064c190ac
--! Hash: sha1:4d05dd1125aca74c2bc65af2cd768362a21b699f
--! Message: Add conversation summaries to verse

create table verse.conversation_summaries (
  id serial primary key,
  conversation_type varchar(20) not null,
  conversation_id integer not null,
  summary_text text not null,
  message_count integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (conversation_type, conversation_id)
);

comment on table verse.conversation_summaries is 'Summaries of long conversations, given to the assistant instead of every message';
comment on column verse.conversation_summaries.id is 'Primary key';
comment on column verse.conversation_summaries.conversation_type is 'insight or standalone: what conversation_id refers to';
comment on column verse.conversation_summaries.conversation_id is 'The insight, or the standalone chat, that the conversation belongs to';
comment on column verse.conversation_summaries.summary_text is 'The summary';
comment on column verse.conversation_summaries.message_count is 'Number of messages summarised; the summary is stale when the conversation has more';
comment on column verse.conversation_summaries.created_at is 'When the conversation was first summarised';
comment on column verse.conversation_summaries.updated_at is 'When the summary was last renewed';
