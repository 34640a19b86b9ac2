create schema app;
set search_path to app, public;

create table people (
  id bigint generated always as identity primary key,
  name varchar(40) not null,
  nick text unique,
  boss bigint references people,
  born date check (born > '1900-01-01'),
  pay numeric(10, 2) default 0,
  check (pay >= 0 and name <> ''),
  check (pay < 1000000),
  constraint named unique nulls not distinct (name, born) include (pay)
);

create table public.things (
  id serial,
  a integer,
  b smallint not null,
  word character(3),
  seen timestamp(3) with time zone,
  span interval,
  tags text[],
  flag boolean default false,
  ratio double precision,
  code character varying,
  primary key (id),
  unique (id, b),
  constraint fits foreign key (a, b) references public.things (id, b) deferrable
);

create index on people (lower(name), born);
create index on people (lower(name), born);
create unique index things_word on things (word) where flag;
create index things_word_idx on things using hash (word);
create index if not exists things_word on things (a);
create unique index things_code on things (code);

create table a_table_with_a_name_that_is_nearly_as_long_as_names_can_be (
  a_column_with_a_name_that_is_nearly_as_long_as_names_can_be_too int unique
    references things (id)
    check (a_column_with_a_name_that_is_nearly_as_long_as_names_can_be_too > 0),
  "Größe" int check ("Größe" > 0)
);

create table copies (like things including all, extra int);
create table heirs (own int) inherits (people);

create table parted (id int not null, at date not null, kind text) partition by range (at);
create table parted_1 partition of parted for values from ('2024-01-01') to ('2025-01-01');
create table parted_2 (id int not null, at date not null, kind text);
alter table parted attach partition parted_2 for values from ('2025-01-01') to ('2026-01-01');
create table parted_3 partition of parted default;
alter table parted detach partition parted_3;

alter table people
  add column if not exists name text,
  add column email text not null default '',
  add column age int constraint grown check (age >= 18) unique,
  drop column nick,
  alter column pay type numeric(12, 2),
  alter column pay set not null,
  alter column born set default current_date;
alter table people add check (age < 150) not valid;
alter table people add check (age < 140) not valid;
alter table people validate constraint people_age_check1;
alter table people add constraint known check (email is not null) not valid;
alter table people drop constraint known;
alter table people rename column email to mail;
alter table people rename constraint named to renamed;
alter index people_lower_born_idx rename to by_name;
alter table things add constraint word_key unique using index things_code;
alter table people enable row level security;
alter table copies enable row level security;
alter table copies disable row level security;

create schema other;
alter table heirs set schema other;
alter table other.heirs rename to children;
drop index by_name;
drop table copies;
alter schema other rename to third;

create type mood as enum ('bad', 'good');
alter type mood add value 'fine' before 'good';
alter type mood rename value 'bad' to 'sad';
alter type mood set schema third;
alter type third.mood rename to temper;

create view seen as select id, seen from things;
create materialized view counted as select count(*) as n from things;
create table made as select 1 as one;
select set_config('search_path', 'third', false);
create table last_one (id int primary key);
