--! Previous: sha1:acdcd907d755eec6d8a4becc07778801c90fd294
--! Hash: sha1:c134ccca91c6d114e9b6690d5bc47e678994ef3e
--! Message: Add narrators of mam books

create table mam.narrators (
  id serial primary key,
  name varchar(255) not null unique,
  normalized_name varchar(255) not null,
  created_at timestamptz not null default now()
);

create index ix_narrators_normalized_name on mam.narrators (normalized_name);

comment on table mam.narrators is 'Narrators of the audiobooks';
comment on column mam.narrators.id is 'Primary key';
comment on column mam.narrators.name is 'Name as the source gives it, unique';
comment on column mam.narrators.normalized_name is 'Name in lower case without accents, initials and punctuation, to match spellings by';
comment on column mam.narrators.created_at is 'When the narrator was added';

create table mam.book_narrators (
  book_id integer not null references mam.books (id) on delete cascade,
  narrator_id integer not null references mam.narrators (id) on delete cascade,
  confidence numeric(4, 3) not null check (confidence between 0 and 1),
  source varchar(20) not null,
  primary key (book_id, narrator_id)
);

create index ix_book_narrators_narrator_id on mam.book_narrators (narrator_id);

comment on table mam.book_narrators is 'Who reads a book, and how sure that is';
comment on column mam.book_narrators.book_id is 'The book';
comment on column mam.book_narrators.narrator_id is 'A narrator of the book';
comment on column mam.book_narrators.confidence is 'How sure the match is, from 0 to 1';
comment on column mam.book_narrators.source is 'What the match was made from, such as audible, filename or speech';
