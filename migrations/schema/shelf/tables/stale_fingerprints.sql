-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.stale_fingerprints (
  book_id integer not null,
  mark bigint generated always as identity,
  marked_at timestamptz not null default now(),
  primary key (book_id, mark)
);

comment on table shelf.stale_fingerprints is 'Books whose ratings have changed since their fingerprint was calculated, a mark for each statement that has changed some. Writers only add, so that none waits for another or for a recalculation; no foreign key, so that none waits for a book that is being deleted.';
comment on column shelf.stale_fingerprints.book_id is 'The book; it may be gone';
comment on column shelf.stale_fingerprints.mark is 'Tells the marks of a book apart';
comment on column shelf.stale_fingerprints.marked_at is 'When the transaction began that has changed its ratings';
