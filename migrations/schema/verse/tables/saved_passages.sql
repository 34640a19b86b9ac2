-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.saved_passages (
  id serial primary key,
  reference varchar(100) not null,
  book varchar(50) not null,
  chapter integer not null,
  verse_start integer not null,
  verse_end integer,
  translation varchar(10) not null default 'WEB',
  text text not null,
  created_at timestamptz default now(),
  updated_at timestamptz
);

create index ix_saved_passages_reference on verse.saved_passages (reference);

comment on table verse.saved_passages is 'Passages that users have looked up, with their text';
comment on column verse.saved_passages.id is 'Primary key';
comment on column verse.saved_passages.reference is 'The passage as people write it, such as John 3:16-18';
comment on column verse.saved_passages.book is 'Book of the Bible';
comment on column verse.saved_passages.chapter is 'Chapter in the book';
comment on column verse.saved_passages.verse_start is 'First verse';
comment on column verse.saved_passages.verse_end is 'Last verse; null for a single verse';
comment on column verse.saved_passages.translation is 'Translation that the text is from, such as WEB';
comment on column verse.saved_passages.text is 'Text of the passage';
comment on column verse.saved_passages.created_at is 'When the passage was saved';
comment on column verse.saved_passages.updated_at is 'When the passage was last changed; null when it never was';
