-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.books (
  id serial primary key,
  title varchar(500) not null,
  author varchar(500) not null,
  isbn varchar(13) unique,
  description text,
  cover_url varchar(1000),
  publication_date date,
  author_bio text,
  page_count integer,
  external_rating double precision,
  external_rating_count integer,
  buy_link varchar(1000),
  created_at timestamptz not null default now(),
  description_embedding public.vector(384)
);

create index idx_book_embedding on shelf.books using hnsw (description_embedding public.vector_cosine_ops);

create index ix_books_author on shelf.books (author);

create index ix_books_title on shelf.books (title);

comment on table shelf.books is 'Books that readers can put on their shelves';
comment on column shelf.books.id is 'Primary key';
comment on column shelf.books.title is 'Title as printed on the cover';
comment on column shelf.books.author is 'Author or authors, as printed on the cover';
comment on column shelf.books.isbn is 'ISBN-10 or ISBN-13 without hyphens, when the book has one';
comment on column shelf.books.description is 'Blurb shown on the book''s page; text that similar books are found by';
comment on column shelf.books.cover_url is 'Address of the cover image';
comment on column shelf.books.publication_date is 'First publication, as far as it is known';
comment on column shelf.books.author_bio is 'Short biography of the author';
comment on column shelf.books.page_count is 'Number of pages';
comment on column shelf.books.external_rating is 'Average rating at the source that the book was imported from';
comment on column shelf.books.external_rating_count is 'Number of ratings behind external_rating';
comment on column shelf.books.buy_link is 'Where the book can be bought';
comment on column shelf.books.created_at is 'When the book was added to the catalogue';
comment on column shelf.books.description_embedding is 'Embedding of the description, for similar books; null until it is computed';
