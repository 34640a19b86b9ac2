-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.book_fingerprints (
  book_id integer primary key references shelf.books (id) on delete cascade,
  avg_pace double precision,
  avg_emotional_impact double precision,
  avg_complexity double precision,
  avg_character_development double precision,
  avg_plot_quality double precision,
  avg_prose_style double precision,
  avg_originality double precision,
  star_equivalent double precision,
  total_ratings integer not null,
  updated_at timestamptz not null default now(),
  fingerprint_vector public.vector(7)
);

create index idx_fingerprint_vector on shelf.book_fingerprints using hnsw (fingerprint_vector public.vector_l2_ops);

comment on table shelf.book_fingerprints is 'Aggregated ratings of a book; a book without ratings has no row';
comment on column shelf.book_fingerprints.book_id is 'Primary key: the book';
comment on column shelf.book_fingerprints.avg_pace is 'Average pace over the ratings that have one';
comment on column shelf.book_fingerprints.avg_emotional_impact is 'Average emotional impact over the ratings that have one';
comment on column shelf.book_fingerprints.avg_complexity is 'Average complexity over the ratings that have one';
comment on column shelf.book_fingerprints.avg_character_development is 'Average character development over the ratings that have one';
comment on column shelf.book_fingerprints.avg_plot_quality is 'Average plot quality over the ratings that have one';
comment on column shelf.book_fingerprints.avg_prose_style is 'Average prose style over the ratings that have one';
comment on column shelf.book_fingerprints.avg_originality is 'Average originality over the ratings that have one';
comment on column shelf.book_fingerprints.star_equivalent is 'Mean of the averages that are present, as a star rating; null when none is';
comment on column shelf.book_fingerprints.total_ratings is 'Number of ratings of the book, complete or not';
comment on column shelf.book_fingerprints.updated_at is 'When the fingerprint was last recalculated';
comment on column shelf.book_fingerprints.fingerprint_vector is 'The seven averages as a vector, 3.0 where one is missing, for books of a similar feel; null until it is computed';
