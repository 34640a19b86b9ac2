-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.content_ratings (
  id serial primary key,
  book_id integer not null references shelf.books (id) on delete cascade,
  user_id integer not null references shelf.users (id) on delete cascade,
  violence_level smallint not null,
  language_level smallint not null,
  sexual_content_level smallint not null,
  substance_use_level smallint not null,
  other_tags varchar(100)[],
  created_at timestamptz not null default now(),
  unique (user_id, book_id)
);

create index ix_content_ratings_book_id on shelf.content_ratings (book_id);

comment on table shelf.content_ratings is 'What readers warn of in a book, one row for each reader and book';
comment on column shelf.content_ratings.id is 'Primary key';
comment on column shelf.content_ratings.book_id is 'The book';
comment on column shelf.content_ratings.user_id is 'Who rated its content';
comment on column shelf.content_ratings.violence_level is 'Violence, from 0 (none) to 4 (graphic)';
comment on column shelf.content_ratings.language_level is 'Strong language, from 0 (none) to 4 (constant)';
comment on column shelf.content_ratings.sexual_content_level is 'Sexual content, from 0 (none) to 4 (explicit)';
comment on column shelf.content_ratings.substance_use_level is 'Drugs and alcohol, from 0 (none) to 4 (central to the book)';
comment on column shelf.content_ratings.other_tags is 'Further warnings in the reader''s words';
comment on column shelf.content_ratings.created_at is 'When the content was rated';
