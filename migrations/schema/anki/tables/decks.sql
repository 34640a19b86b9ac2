-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table anki.decks (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null,
  name varchar(255) not null,
  description text,
  source_filename varchar(255),
  card_count integer not null default 0 check (card_count >= 0),
  created_at timestamptz not null default now(),
  constraint fk_decks_user_id foreign key (user_id) references anki.users (id) on delete cascade
);

create index ix_decks_created_at on anki.decks (created_at);

create index ix_decks_user_id on anki.decks (user_id);

comment on table anki.decks is 'Anki deck metadata';
comment on column anki.decks.id is 'Primary key';
comment on column anki.decks.user_id is 'Who owns the deck';
comment on column anki.decks.name is 'Name of the deck, as Anki shows it';
comment on column anki.decks.description is 'What the deck is about';
comment on column anki.decks.source_filename is 'Name of the document that the deck was made from';
comment on column anki.decks.card_count is 'Number of cards in the deck';
comment on column anki.decks.created_at is 'When the deck was made';
