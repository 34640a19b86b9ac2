--! Previous: sha1:18742d64d26682cfb14702bc3184b387fd028f2a
--! Hash: sha1:acdcd907d755eec6d8a4becc07778801c90fd294
--! Message: Create anki.deck_tags junction table

create table anki.tags (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null references anki.users (id) on delete cascade,
  name varchar(50) not null,
  unique (user_id, name)
);

comment on table anki.tags is 'Labels that a user sorts decks by';
comment on column anki.tags.id is 'Primary key';
comment on column anki.tags.user_id is 'Whose label it is';
comment on column anki.tags.name is 'Name of the label, unique for the user';

create table anki.deck_tags (
  deck_id uuid not null references anki.decks (id) on delete cascade,
  tag_id uuid not null references anki.tags (id) on delete cascade,
  primary key (deck_id, tag_id)
);

create index ix_deck_tags_tag_id on anki.deck_tags (tag_id);

comment on table anki.deck_tags is 'Which labels a deck has';
comment on column anki.deck_tags.deck_id is 'The deck';
comment on column anki.deck_tags.tag_id is 'A label of the deck';
