-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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
