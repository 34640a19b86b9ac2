-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table anki.deck_tags (
  deck_id uuid not null references anki.decks (id) on delete cascade,
  tag_id uuid not null references anki.tags (id) on delete cascade,
  primary key (deck_id, tag_id)
);

create index ix_deck_tags_tag_id on anki.deck_tags (tag_id);

comment on table anki.deck_tags is 'Which labels a deck has';
comment on column anki.deck_tags.deck_id is 'The deck';
comment on column anki.deck_tags.tag_id is 'A label of the deck';
