-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.user_definitions (
  user_id integer not null references verse.users (id) on delete cascade,
  definition_id integer not null references verse.saved_definitions (id) on delete cascade,
  created_at timestamptz default now(),
  primary key (user_id, definition_id)
);

create index idx_user_definitions_user_created on verse.user_definitions (user_id, created_at);

create index ix_user_definitions_definition_id on verse.user_definitions (definition_id);

comment on table verse.user_definitions is 'Which definitions a user has saved';
comment on column verse.user_definitions.user_id is 'The user';
comment on column verse.user_definitions.definition_id is 'The definition that the user saved';
comment on column verse.user_definitions.created_at is 'When the user saved it';
