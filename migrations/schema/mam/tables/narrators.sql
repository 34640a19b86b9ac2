-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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
