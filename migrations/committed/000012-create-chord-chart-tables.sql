--! Previous: sha1:af50db108fbcbea5abcca973d42e4271a9426887
--! Hash: sha1:18742d64d26682cfb14702bc3184b387fd028f2a
--! Message: Create chord chart tables

create extension if not exists pg_trgm with schema public;

create schema charts;

comment on schema charts is 'Chord charts, and the record of how they were generated';

create table charts.chord_charts (
  id serial primary key,
  title varchar(255) not null,
  artist varchar(255),
  alternate_titles text[],
  keys varchar(10)[],
  lyrics jsonb,
  chord_progression jsonb,
  source varchar(50),
  status varchar(20),
  requested_by bigint,
  approved_by bigint,
  guild_id bigint not null,
  created_at timestamp default now(),
  approved_at timestamp,
  constraint idx_chord_charts_title_guild unique (title, guild_id)
);

create index idx_chord_charts_status on charts.chord_charts (status);
create index idx_chord_charts_guild_id on charts.chord_charts (guild_id);
create index idx_chord_charts_lyrics_gin on charts.chord_charts using gin (lyrics);
create index idx_chord_charts_chord_progression_gin on charts.chord_charts using gin (chord_progression);

comment on table charts.chord_charts is 'Stores chord chart data for songs';
comment on column charts.chord_charts.id is 'Primary key';
comment on column charts.chord_charts.title is 'Song title (required)';
comment on column charts.chord_charts.artist is 'Artist name';
comment on column charts.chord_charts.alternate_titles is 'Alternative song titles';
comment on column charts.chord_charts.keys is 'Musical keys';
comment on column charts.chord_charts.lyrics is 'Song lyrics data';
comment on column charts.chord_charts.chord_progression is 'Chord progression data';
comment on column charts.chord_charts.source is 'Source of chart';
comment on column charts.chord_charts.status is 'Approval status';
comment on column charts.chord_charts.requested_by is 'Discord user ID who requested';
comment on column charts.chord_charts.approved_by is 'Discord user ID who approved';
comment on column charts.chord_charts.guild_id is 'Discord server ID (required)';
comment on column charts.chord_charts.created_at is 'Creation timestamp';
comment on column charts.chord_charts.approved_at is 'Approval timestamp';
comment on constraint idx_chord_charts_title_guild on charts.chord_charts is 'One chart per title per server';

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
