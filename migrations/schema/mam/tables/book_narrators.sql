-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.book_narrators (
  book_id integer not null references mam.books (id) on delete cascade,
  narrator_id integer not null references mam.narrators (id) on delete cascade,
  confidence numeric(4, 3) not null check (confidence >= 0::numeric and confidence <= 1::numeric),
  source varchar(20) not null,
  primary key (book_id, narrator_id)
);

create index ix_book_narrators_narrator_id on mam.book_narrators (narrator_id);

comment on table mam.book_narrators is 'Who reads a book, and how sure that is';
comment on column mam.book_narrators.book_id is 'The book';
comment on column mam.book_narrators.narrator_id is 'A narrator of the book';
comment on column mam.book_narrators.confidence is 'How sure the match is, from 0 to 1';
comment on column mam.book_narrators.source is 'What the match was made from, such as audible, filename or speech';
