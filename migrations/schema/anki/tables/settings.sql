-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table anki.settings (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null references anki.users (id) on delete cascade unique,
  theme varchar(20) not null default 'system',
  language varchar(10) not null default 'en',
  cards_per_deck integer not null default 50,
  email_notifications boolean not null default true,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create trigger update_settings_updated_at before update on anki.settings for each row execute function anki.update_updated_at_column();

comment on table anki.settings is 'User-specific settings, at most one row for each user';
comment on column anki.settings.id is 'Primary key';
comment on column anki.settings.user_id is 'Whose settings they are';
comment on column anki.settings.theme is 'Colours of the interface: system, light or dark';
comment on column anki.settings.language is 'Language of the interface, as a BCP 47 tag';
comment on column anki.settings.cards_per_deck is 'Number of cards to aim for in a new deck';
comment on column anki.settings.email_notifications is 'Whether notifications are sent by mail too';
comment on column anki.settings.preferences is 'Further preferences of the interface';
comment on column anki.settings.created_at is 'When the settings were first saved';
comment on column anki.settings.updated_at is 'When the row was last changed, kept by a trigger';
