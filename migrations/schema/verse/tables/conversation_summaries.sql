-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.conversation_summaries (
  id serial primary key,
  conversation_type varchar(20) not null,
  conversation_id integer not null,
  summary_text text not null,
  message_count integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_message_id integer,
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
comment on column verse.conversation_summaries.last_message_id is 'The last message that the summary covers, in the table of its conversation_type; null when it was made before this was kept';
