-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.saved_definitions (
  id serial primary key,
  word varchar(100) not null,
  passage_reference varchar(100) not null,
  verse_text text not null,
  definition text not null,
  biblical_usage text not null,
  original_language text not null,
  created_at timestamptz default now()
);

create index ix_saved_definitions_passage_reference on verse.saved_definitions (passage_reference);

create index ix_saved_definitions_word on verse.saved_definitions (word);

create unique index uix_word_reference_verse on verse.saved_definitions (word, passage_reference, md5(verse_text));

comment on table verse.saved_definitions is 'Generated definitions of a word in a verse, shared by the users who saved them';
comment on column verse.saved_definitions.id is 'Primary key';
comment on column verse.saved_definitions.word is 'The word that is defined';
comment on column verse.saved_definitions.passage_reference is 'Where the word stands';
comment on column verse.saved_definitions.verse_text is 'Text of the verse around the word';
comment on column verse.saved_definitions.definition is 'What the word means in the verse';
comment on column verse.saved_definitions.biblical_usage is 'How the word is used elsewhere in the Bible';
comment on column verse.saved_definitions.original_language is 'The Hebrew, Aramaic or Greek word behind it';
comment on column verse.saved_definitions.created_at is 'When the definition was generated';
