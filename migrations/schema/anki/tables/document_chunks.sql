-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table anki.document_chunks (
  id uuid primary key default public.uuid_generate_v4(),
  deck_id uuid not null references anki.decks (id) on delete cascade,
  "position" integer not null,
  content text not null,
  embedding public.vector(1536),
  created_at timestamptz not null default now(),
  unique (deck_id, "position")
);

create index ix_document_chunks_embedding on anki.document_chunks using hnsw (embedding public.vector_cosine_ops) with (m='16', ef_construction='64');

comment on table anki.document_chunks is 'Source documents cut into passages, to retrieve what a card is about (RAG)';
comment on column anki.document_chunks.id is 'Primary key';
comment on column anki.document_chunks.deck_id is 'The deck that was made from the document';
comment on column anki.document_chunks."position" is 'Place of the passage in the document, from 0';
comment on column anki.document_chunks.content is 'Text of the passage';
comment on column anki.document_chunks.embedding is 'Embedding of the content; null until it is computed';
comment on column anki.document_chunks.created_at is 'When the document was read';
