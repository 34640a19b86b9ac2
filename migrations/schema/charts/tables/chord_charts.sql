-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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

create index idx_chord_charts_chord_progression_gin on charts.chord_charts using gin (chord_progression);

create index idx_chord_charts_guild_id on charts.chord_charts (guild_id);

create index idx_chord_charts_lyrics_gin on charts.chord_charts using gin (lyrics);

create index idx_chord_charts_status on charts.chord_charts (status);

create index idx_chord_charts_title_trgm on charts.chord_charts using gin (title public.gin_trgm_ops);

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
