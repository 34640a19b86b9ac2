--! Previous: sha1:7546033cb4e6db0a138e0308aa3f066f42a5291b
--! Hash: sha1:22a9efa40150a768258d12c9f28a4f55ff704067
--! Message: Create the verse schema with pgvector

create extension if not exists vector with schema public;

create schema verse;

comment on schema verse is 'Verse: saved passages, insights and the conversations about them';

create table verse.users (
  id serial primary key,
  anonymous_id varchar(36) not null,
  device_count integer not null default 1,
  pro_subscription boolean not null default false,
  created_at timestamptz default now(),
  status_old text
);

create unique index ix_users_anonymous_id on verse.users (anonymous_id);

comment on table verse.users is 'Anonymous users, known by a device and not by a name';
comment on column verse.users.id is 'Primary key';
comment on column verse.users.anonymous_id is 'UUID made on the first device, unique';
comment on column verse.users.device_count is 'Number of devices linked to the account';
comment on column verse.users.pro_subscription is 'Whether the user pays for the pro plan';
comment on column verse.users.created_at is 'When the user was first seen';
comment on column verse.users.status_old is 'State of the account, as free text';

create table verse.saved_passages (
  id serial primary key,
  reference varchar(100) not null,
  book varchar(50) not null,
  chapter integer not null,
  verse_start integer not null,
  verse_end integer,
  translation varchar(10) not null default 'WEB',
  text text not null,
  created_at timestamptz default now(),
  updated_at timestamptz
);

create index ix_saved_passages_reference on verse.saved_passages (reference);

comment on table verse.saved_passages is 'Passages that users have looked up, with their text';
comment on column verse.saved_passages.id is 'Primary key';
comment on column verse.saved_passages.reference is 'The passage as people write it, such as John 3:16-18';
comment on column verse.saved_passages.book is 'Book of the Bible';
comment on column verse.saved_passages.chapter is 'Chapter in the book';
comment on column verse.saved_passages.verse_start is 'First verse';
comment on column verse.saved_passages.verse_end is 'Last verse; null for a single verse';
comment on column verse.saved_passages.translation is 'Translation that the text is from, such as WEB';
comment on column verse.saved_passages.text is 'Text of the passage';
comment on column verse.saved_passages.created_at is 'When the passage was saved';
comment on column verse.saved_passages.updated_at is 'When the passage was last changed; null when it never was';

create table verse.saved_insights (
  id serial primary key,
  passage_reference varchar(100) not null,
  passage_text text not null,
  historical_context text not null,
  theological_significance text not null,
  practical_application text not null,
  created_at timestamptz default now()
);

create index ix_saved_insights_passage_reference on verse.saved_insights (passage_reference);

-- A btree takes entries up to 2,704 bytes and passages are longer: unique by the hash of the text.
create unique index uix_passage_reference_text on verse.saved_insights (passage_reference, md5(passage_text));

comment on table verse.saved_insights is 'Generated insights into a passage, one for each passage and shared by the users who saved it';
comment on column verse.saved_insights.id is 'Primary key';
comment on column verse.saved_insights.passage_reference is 'The passage as people write it';
comment on column verse.saved_insights.passage_text is 'Text that the insight was generated from';
comment on column verse.saved_insights.historical_context is 'Historical context of the passage';
comment on column verse.saved_insights.theological_significance is 'Theological significance of the passage';
comment on column verse.saved_insights.practical_application is 'Practical application of the passage';
comment on column verse.saved_insights.created_at is 'When the insight was generated';

create table verse.saved_definitions (
  id serial primary key,
  word varchar(100) not null,
  passage_reference varchar(100) not null,
  verse_text text not null,
  definition text not null,
  biblical_usage text not null,
  original_language text not null,
  created_at timestamptz default now()
);

create index ix_saved_definitions_word on verse.saved_definitions (word);
create index ix_saved_definitions_passage_reference on verse.saved_definitions (passage_reference);

-- By the hash of the text, as uix_passage_reference_text.
create unique index uix_word_reference_verse on verse.saved_definitions (word, passage_reference, md5(verse_text));

comment on table verse.saved_definitions is 'Generated definitions of a word in a verse, shared by the users who saved them';
comment on column verse.saved_definitions.id is 'Primary key';
comment on column verse.saved_definitions.word is 'The word that is defined';
comment on column verse.saved_definitions.passage_reference is 'Where the word stands';
comment on column verse.saved_definitions.verse_text is 'Text of the verse around the word';
comment on column verse.saved_definitions.definition is 'What the word means in the verse';
comment on column verse.saved_definitions.biblical_usage is 'How the word is used elsewhere in the Bible';
comment on column verse.saved_definitions.original_language is 'The Hebrew, Aramaic or Greek word behind it';
comment on column verse.saved_definitions.created_at is 'When the definition was generated';

create table verse.user_insights (
  user_id integer not null references verse.users (id) on delete cascade,
  insight_id integer not null references verse.saved_insights (id) on delete cascade,
  created_at timestamptz default now(),
  primary key (user_id, insight_id)
);

create index idx_user_insights_user_created on verse.user_insights (user_id, created_at);
create index ix_user_insights_insight_id on verse.user_insights (insight_id);

comment on table verse.user_insights is 'Which insights a user has saved';
comment on column verse.user_insights.user_id is 'The user';
comment on column verse.user_insights.insight_id is 'The insight that the user saved';
comment on column verse.user_insights.created_at is 'When the user saved it';

create table verse.user_definitions (
  user_id integer not null references verse.users (id) on delete cascade,
  definition_id integer not null references verse.saved_definitions (id) on delete cascade,
  created_at timestamptz default now(),
  primary key (user_id, definition_id)
);

create index idx_user_definitions_user_created on verse.user_definitions (user_id, created_at);
create index ix_user_definitions_definition_id on verse.user_definitions (definition_id);

comment on table verse.user_definitions is 'Which definitions a user has saved';
comment on column verse.user_definitions.user_id is 'The user';
comment on column verse.user_definitions.definition_id is 'The definition that the user saved';
comment on column verse.user_definitions.created_at is 'When the user saved it';

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

create index ix_chat_messages_insight_id on verse.chat_messages (insight_id);
create index ix_chat_messages_user_id on verse.chat_messages (user_id);
create index idx_chat_messages_user_created on verse.chat_messages (user_id, created_at);
create index idx_chat_messages_insight_user_created on verse.chat_messages (insight_id, user_id, created_at);

create index idx_chat_messages_embedding_user on verse.chat_messages
  using hnsw (embedding public.vector_cosine_ops)
  with (m = 16, ef_construction = 64);

comment on table verse.chat_messages is 'Conversations about an insight, one row for each message';
comment on column verse.chat_messages.id is 'Primary key';
comment on column verse.chat_messages.insight_id is 'The insight that the conversation is about';
comment on column verse.chat_messages.user_id is 'Whose conversation it is';
comment on column verse.chat_messages.role is 'Who speaks: user or assistant';
comment on column verse.chat_messages.content is 'The message';
comment on column verse.chat_messages.was_truncated is 'Whether an answer was cut off at the length limit';
comment on column verse.chat_messages.created_at is 'When the message was sent';
comment on column verse.chat_messages.embedding is 'Embedding of the content, to find earlier messages on the same matter; null until it is computed';
