create extension if not exists vector with schema public;
create extension if not exists pg_trgm with schema public;

create schema shelf;

create table shelf.users (
  id bigint generated always as identity primary key,
  name varchar(50) not null
);

create table shelf.books (
  id bigint generated always as identity primary key,
  title varchar(500) not null,
  author varchar(500) not null,
  isbn varchar(13),
  description text,
  page_count integer,
  price numeric(10, 2),
  added_at timestamptz not null default now(),
  updated_at timestamptz
);

create table shelf.genres (
  id bigint generated always as identity primary key,
  name varchar(100) not null
);

create table shelf.loans (
  id bigint generated always as identity primary key,
  book_id bigint,
  user_id bigint,
  during tstzrange,
  state varchar(20)
);

create table shelf.imports (
  id bigint,
  line text
);

create table shelf.events (
  id bigint not null,
  happened_at timestamptz not null,
  kind varchar(20),
  primary key (id, happened_at)
) partition by range (happened_at);

create table shelf.events_2024 partition of shelf.events for values from ('2024-01-01') to ('2025-01-01');
create table shelf.events_2025 partition of shelf.events for values from ('2025-01-01') to ('2026-01-01');

create materialized view shelf.book_counts as select author, count(*) as books from shelf.books group by author;
create unique index book_counts_author on shelf.book_counts (author);

create function shelf.touch() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

create trigger books_updated_at before update on shelf.books for each row execute function shelf.touch();

insert into shelf.users (name) select 'reader ' || n from generate_series(1, 3) n;
insert into shelf.books (title, author, description, page_count)
select 'book ' || n, 'author ' || n % 3, case when n % 2 = 0 then 'a description' end, n from generate_series(1, 10) n;
insert into shelf.genres (name) values ('novel'), ('poetry');
insert into shelf.loans (book_id, user_id) select n, 1 from generate_series(1, 3) n;
insert into shelf.imports select n, 'line ' || n from generate_series(1, 5) n;
insert into shelf.events select n, '2024-06-01', 'read' from generate_series(1, 5) n;
refresh materialized view shelf.book_counts;
