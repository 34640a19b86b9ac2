-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.multi_dimensional_ratings (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  pace smallint,
  emotional_impact smallint,
  complexity smallint,
  character_development smallint,
  plot_quality smallint,
  prose_style smallint,
  originality smallint,
  created_at timestamptz not null default now(),
  updated_at timestamptz,
  constraint check_character_development check (character_development >= 1 and character_development <= 5),
  constraint check_complexity check (complexity >= 1 and complexity <= 5),
  constraint check_emotional_impact check (emotional_impact >= 1 and emotional_impact <= 5),
  constraint check_originality check (originality >= 1 and originality <= 5),
  constraint check_pace check (pace >= 1 and pace <= 5),
  constraint check_plot_quality check (plot_quality >= 1 and plot_quality <= 5),
  constraint check_prose_style check (prose_style >= 1 and prose_style <= 5),
  constraint uq_user_book_rating unique (user_id, book_id)
);

create index ix_multi_dimensional_ratings_book_id on shelf.multi_dimensional_ratings (book_id);

create trigger mark_stale_fingerprints_of_deleted after delete on shelf.multi_dimensional_ratings referencing old table as old_ratings for each statement execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_inserted after insert on shelf.multi_dimensional_ratings referencing new table as new_ratings for each statement execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_truncated after truncate on shelf.multi_dimensional_ratings for each statement execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_updated after update on shelf.multi_dimensional_ratings referencing old table as old_ratings new table as new_ratings for each statement execute function shelf.mark_stale_fingerprints();

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
