-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.saved_insights (
  id serial primary key,
  passage_reference varchar(100) not null,
  passage_text text not null,
  historical_context text not null,
  theological_significance text not null,
  practical_application text not null,
  created_at timestamptz default now(),
  embedding public.vector(1536)
);

create index idx_saved_insights_embedding on verse.saved_insights using hnsw (embedding public.vector_cosine_ops) with (m='16', ef_construction='64');

create index ix_saved_insights_passage_reference on verse.saved_insights (passage_reference);

create unique index uix_passage_reference_text on verse.saved_insights (passage_reference, md5(passage_text));

comment on table verse.saved_insights is 'Generated insights into a passage, one for each passage and shared by the users who saved it';
comment on column verse.saved_insights.id is 'Primary key';
comment on column verse.saved_insights.passage_reference is 'The passage as people write it';
comment on column verse.saved_insights.passage_text is 'Text that the insight was generated from';
comment on column verse.saved_insights.historical_context is 'Historical context of the passage';
comment on column verse.saved_insights.theological_significance is 'Theological significance of the passage';
comment on column verse.saved_insights.practical_application is 'Practical application of the passage';
comment on column verse.saved_insights.created_at is 'When the insight was generated';
comment on column verse.saved_insights.embedding is 'Embedding of the insight, to find insights on the same matter; null until it is computed';
