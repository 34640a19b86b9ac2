-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.reading_sessions (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer references shelf.books (id) on delete set null,
  session_date date not null,
  minutes_read integer not null,
  pages_read integer,
  created_at timestamptz not null default now()
);

create index ix_reading_sessions_book_id on shelf.reading_sessions (book_id);

create index ix_reading_sessions_user_id_session_date on shelf.reading_sessions (user_id, session_date);

comment on table shelf.reading_sessions is 'Time that readers have spent reading, for streaks and statistics';
comment on column shelf.reading_sessions.id is 'Primary key';
comment on column shelf.reading_sessions.user_id is 'Who read';
comment on column shelf.reading_sessions.book_id is 'What was read; null once the book has left the catalogue';
comment on column shelf.reading_sessions.session_date is 'The reader''s own calendar day';
comment on column shelf.reading_sessions.minutes_read is 'Minutes spent reading';
comment on column shelf.reading_sessions.pages_read is 'Pages read, when the reader counted them';
comment on column shelf.reading_sessions.created_at is 'When the session was recorded';
