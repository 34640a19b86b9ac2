import type { Mutation } from './mutation.ts';

export const verse: readonly Mutation[] = [
  {
    name: 'an anonymous user twice',
    sql: `
      drop index verse.ix_users_anonymous_id;
      create index ix_users_anonymous_id on verse.users (anonymous_id)
    `,
    caught: ['verse/constraints: no two rows of users share anonymous_id', 'verse/indexes: these indexes and no others'],
  },
  {
    name: 'an insight into a text twice',
    sql: `
      drop index verse.uix_passage_reference_text;
      create index uix_passage_reference_text on verse.saved_insights (passage_reference, md5(passage_text))
    `,
    caught: [
      'verse/constraints: no two rows of saved_insights share passage_reference and passage_text',
      'verse/indexes: these indexes and no others',
    ],
  },
  {
    name: 'an insight is unique by its whole text',
    sql: `
      drop index verse.uix_passage_reference_text;
      create unique index uix_passage_reference_text on verse.saved_insights (passage_reference, passage_text)
    `,
    caught: [
      'verse/indexes: the insight into a text is found',
      'verse/indexes: these indexes and no others',
      'verse/passages: an insight into a long passage is kept',
    ],
  },
  {
    name: 'a word may be defined any number of times',
    sql: `
      drop index verse.uix_word_reference_verse;
      create unique index uix_word_reference_verse on verse.saved_definitions (word, passage_reference, md5(verse_text), id)
    `,
    caught: [
      'verse/constraints: no two rows of saved_definitions share word, passage_reference and verse_text',
      'verse/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a vector index is built with less care',
    sql: `
      drop index verse.idx_chat_messages_embedding_user;
      create index idx_chat_messages_embedding_user on verse.chat_messages using hnsw (embedding public.vector_cosine_ops) with (m = 16, ef_construction = 32)
    `,
    caught: ['verse/indexes: these indexes and no others'],
  },
  {
    name: 'a vector index measures the inner product',
    sql: `
      drop index verse.idx_standalone_chat_messages_embedding;
      create index idx_standalone_chat_messages_embedding on verse.standalone_chat_messages using hnsw (embedding public.vector_ip_ops) with (m = 16, ef_construction = 64)
    `,
    caught: ['verse/indexes: these indexes and no others', 'verse/vectors: the nearest standalone messages are found'],
  },
  {
    name: 'the index on embeddings of insights is dropped',
    sql: 'drop index verse.idx_saved_insights_embedding',
    caught: ['verse/indexes: these indexes and no others', 'verse/vectors: the nearest insights are found'],
  },
  {
    name: 'the columns of an index change places',
    sql: `
      drop index verse.idx_user_insights_user_created;
      create index idx_user_insights_user_created on verse.user_insights (created_at, user_id)
    `,
    caught: ['verse/indexes: these indexes and no others'],
  },
  {
    name: 'the index on words hashes',
    sql: `
      drop index verse.ix_saved_definitions_word;
      create index ix_saved_definitions_word on verse.saved_definitions using hash (word)
    `,
    caught: ['verse/indexes: these indexes and no others'],
  },
  {
    name: 'another translation by default',
    sql: "alter table verse.saved_passages alter column translation set default 'KJV'",
    caught: ['verse/columns: the columns of verse.saved_passages'],
  },
  {
    name: 'a day begins with no number of calls',
    sql: 'alter table verse.usage_tracking alter column llm_calls drop default',
    caught: [
      'verse/columns: the columns of verse.usage_tracking',
      'verse/constraints: no two rows of usage_tracking share id',
      'verse/constraints: no two rows of usage_tracking share user_id and date',
      'verse/indexes: the usage of a day is found by id',
      'verse/indexes: the usage of a user on a day is found',
      'verse/references: usage_tracking go with their row of users',
      'verse/references: usage_tracking.user_id names a row of users',
    ],
  },
  {
    name: 'a user neither pays nor does not',
    sql: 'alter table verse.users alter column pro_subscription drop not null',
    caught: ['verse/columns: the columns of verse.users', 'verse/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'a status of any length',
    sql: 'alter table verse.users alter column status type text',
    caught: ['verse/columns: the columns of verse.users', 'verse/status: a status has 50 characters at most'],
  },
  {
    name: 'fewer tokens can be counted',
    sql: 'alter table verse.usage_tracking alter column input_tokens type integer',
    caught: ['verse/columns: the columns of verse.usage_tracking'],
  },
  {
    name: 'a time without its zone',
    sql: 'alter table verse.saved_passages alter column updated_at type timestamp',
    caught: ['verse/columns: the columns of verse.saved_passages'],
  },
  {
    name: 'the old status is back',
    sql: 'alter table verse.users add column status_old text',
    caught: ['verse/columns: the columns of verse.users', 'verse/comments: no column is without a comment'],
  },
  {
    name: 'two summaries of a conversation',
    sql: 'alter table verse.conversation_summaries drop constraint conversation_summaries_conversation_type_conversation_id_key',
    caught: [
      'verse/constraints: no two rows of conversation_summaries share conversation_type and conversation_id',
      'verse/constraints: these constraints and no others',
      'verse/indexes: the summary of a conversation is found',
      'verse/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a day counts twice',
    sql: 'alter table verse.usage_tracking drop constraint uix_user_date',
    caught: [
      'verse/constraints: no two rows of usage_tracking share user_id and date',
      'verse/constraints: these constraints and no others',
      'verse/indexes: the usage of a user on a day is found',
      'verse/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a user with messages cannot go',
    sql: `
      alter table verse.chat_messages drop constraint chat_messages_user_id_fkey;
      alter table verse.chat_messages add constraint chat_messages_user_id_fkey foreign key (user_id) references verse.users (id) on delete restrict
    `,
    caught: ['verse/constraints: these constraints and no others', 'verse/references: chat_messages go with their row of users'],
  },
  {
    name: 'a chat of nobody',
    sql: 'alter table verse.standalone_chats drop constraint standalone_chats_user_id_fkey',
    caught: [
      'verse/constraints: these constraints and no others',
      'verse/references: standalone_chats go with their row of users',
      'verse/references: standalone_chats.user_id names a row of users',
    ],
  },
  {
    name: 'a foreign key that was never validated',
    sql: `
      alter table verse.user_insights drop constraint user_insights_user_id_fkey;
      alter table verse.user_insights add constraint user_insights_user_id_fkey foreign key (user_id) references verse.users (id) on delete cascade not valid
    `,
    caught: ['verse/constraints: these constraints and no others'],
  },
  {
    name: 'a foreign key waits for the commit',
    sql: 'alter table verse.user_definitions alter constraint user_definitions_user_id_fkey deferrable initially deferred',
    caught: ['verse/constraints: these constraints and no others', 'verse/references: user_definitions.user_id names a row of users'],
  },
  {
    name: 'a message may lack its role',
    sql: 'alter table verse.standalone_chat_messages alter column role drop not null',
    caught: ['verse/columns: the columns of verse.standalone_chat_messages', 'verse/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'a table hides its rows',
    sql: 'alter table verse.chat_messages enable row level security',
    caught: ['verse/schema: these tables and no others'],
  },
  {
    name: 'a column loses its comment',
    sql: 'comment on column verse.users.status is null',
    caught: ['verse/comments: no column is without a comment'],
  },
  {
    name: 'a trigger that nobody asked for',
    sql: `
      create function verse.touch() returns trigger language plpgsql as $$ begin return new; end; $$;
      comment on function verse.touch() is 'Does nothing';
      create trigger touch before update on verse.saved_passages for each row execute function verse.touch()
    `,
    caught: ['verse/schema: there is no function and no trigger'],
  },
  {
    name: 'a table is described in other words',
    sql: "comment on table verse.user_insights is 'Insights of users'",
    caught: ['verse/descriptions: what is said of verse.user_insights'],
  },
];
