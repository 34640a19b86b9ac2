-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table charts.generation_history (
  id serial primary key,
  chart_id integer not null references charts.chord_charts (id) on delete cascade,
  model_used varchar(100) not null,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  latency_ms integer not null,
  cost_usd numeric(10, 6) not null,
  created_at timestamp default now()
);

create index idx_generation_history_chart_id on charts.generation_history (chart_id);

comment on table charts.generation_history is 'Tracks AI generation metrics';
comment on column charts.generation_history.id is 'Primary key';
comment on column charts.generation_history.chart_id is 'Foreign key to chord_charts (CASCADE delete)';
comment on column charts.generation_history.model_used is 'AI model name';
comment on column charts.generation_history.prompt_tokens is 'Input tokens consumed';
comment on column charts.generation_history.completion_tokens is 'Output tokens generated';
comment on column charts.generation_history.latency_ms is 'Generation time in milliseconds';
comment on column charts.generation_history.cost_usd is 'Generation cost in USD';
comment on column charts.generation_history.created_at is 'Record timestamp';
