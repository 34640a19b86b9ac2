-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.reviews (
  id serial primary key,
  user_id integer not null references shelf.users (id) on delete cascade,
  book_id integer not null references shelf.books (id) on delete cascade,
  review_text text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, book_id)
);

create index ix_reviews_book_id on shelf.reviews (book_id);

comment on table shelf.reviews is 'Written reviews, one for each reader and book';
comment on column shelf.reviews.id is 'Primary key';
comment on column shelf.reviews.user_id is 'Who wrote the review';
comment on column shelf.reviews.book_id is 'The book under review';
comment on column shelf.reviews.review_text is 'The review as written';
comment on column shelf.reviews.created_at is 'When the review was first published';
comment on column shelf.reviews.updated_at is 'When the review was last edited';
