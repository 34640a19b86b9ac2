-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.authors (
  id serial primary key,
  name varchar(255) not null,
  sort_name varchar(255),
  goodreads_id varchar(32) unique,
  audible_id varchar(32) unique,
  description text,
  created_at timestamptz not null default now()
);

create index ix_authors_name on mam.authors (name);

comment on table mam.authors is 'Authors of the audiobooks';
comment on column mam.authors.id is 'Primary key';
comment on column mam.authors.name is 'Name as printed on the cover';
comment on column mam.authors.sort_name is 'Name to sort by, family name first';
comment on column mam.authors.goodreads_id is 'Identifier at Goodreads, unique';
comment on column mam.authors.audible_id is 'Identifier at Audible, unique';
comment on column mam.authors.description is 'Short biography';
comment on column mam.authors.created_at is 'When the author was added';
