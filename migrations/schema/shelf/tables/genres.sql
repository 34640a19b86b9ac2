-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.genres (
  id serial primary key,
  name varchar(100) not null
);

create unique index ix_genres_name on shelf.genres (name);

comment on table shelf.genres is 'Genres that books belong to';
comment on column shelf.genres.id is 'Primary key';
comment on column shelf.genres.name is 'Name of the genre, unique';
