--! Previous: sha1:d7248b1cccef56ab91ab7286b302cf66dae057f2
--! Hash: sha1:d6a477daf5892b5d5955893b307ff826fafe6834
--! Message: Add multi-dimensional ratings

create table shelf.multi_dimensional_ratings (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  pace smallint constraint check_pace check (pace between 1 and 5),
  emotional_impact smallint constraint check_emotional_impact check (emotional_impact between 1 and 5),
  complexity smallint constraint check_complexity check (complexity between 1 and 5),
  character_development smallint constraint check_character_development check (character_development between 1 and 5),
  plot_quality smallint constraint check_plot_quality check (plot_quality between 1 and 5),
  prose_style smallint constraint check_prose_style check (prose_style between 1 and 5),
  originality smallint constraint check_originality check (originality between 1 and 5),
  created_at timestamptz not null default now(),
  updated_at timestamptz,
  constraint uq_user_book_rating unique (user_id, book_id)
);

create index ix_multi_dimensional_ratings_book_id on shelf.multi_dimensional_ratings (book_id);

comment on table shelf.multi_dimensional_ratings is '7-axis ratings, one row for each reader and book';
comment on column shelf.multi_dimensional_ratings.id is 'Primary key';
comment on column shelf.multi_dimensional_ratings.user_id is 'Who rated';
comment on column shelf.multi_dimensional_ratings.book_id is 'The rated book';
comment on column shelf.multi_dimensional_ratings.pace is 'Pace, from 1 (very slow) to 5 (very fast); null when not rated';
comment on column shelf.multi_dimensional_ratings.emotional_impact is 'Emotional impact, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.complexity is 'Complexity, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.character_development is 'Character development, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.plot_quality is 'Plot quality, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.prose_style is 'Prose style, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.originality is 'Originality, from 1 to 5; null when not rated';
comment on column shelf.multi_dimensional_ratings.created_at is 'When the book was first rated';
comment on column shelf.multi_dimensional_ratings.updated_at is 'When the rating was last changed; null when it never was';
