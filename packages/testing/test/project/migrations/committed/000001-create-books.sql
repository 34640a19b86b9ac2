--! Previous: -
--! Hash: sha1:59dd5934088475ee5fbc6cf28c1252095f42a485
--! Message: Create books

create table public.book (
  id serial primary key,
  title text not null unique
);
