import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a table',
      sql: 'create table notes (id bigint primary key);',
      finds: [
        {
          at: 'notes',
          message: 'Without a schema the search_path decides what notes means',
          safe: ['create table public.notes (id bigint primary key);'],
        },
      ],
    },
    {
      name: 'several in one statement',
      sql: `create table shelf.notes (genre_id bigint references genres);
create view note_count as select count(*) from shelf.notes join genres g on true;`,
      history: 'create table public.genres (id bigint primary key);',
      finds: [
        {
          at: 'genres',
          message: 'Without a schema the search_path decides what genres means',
          safe: ['create table shelf.notes (genre_id bigint references public.genres);'],
        },
        {
          at: 'note_count',
          message: 'Without a schema the search_path decides what note_count, genres means',
          safe: ['create view public.note_count as select count(*) from shelf.notes join public.genres g on true;'],
        },
      ],
    },
    {
      name: 'what is dropped',
      sql: 'drop table if exists notes, shelf.imports;',
      history: 'create table public.notes (id bigint);',
      finds: [
        {
          at: 'notes',
          message: 'Without a schema the search_path decides what notes means',
          safe: ['drop table if exists public.notes, shelf.imports;'],
        },
      ],
    },
    {
      name: 'a function, and the table of its trigger',
      sql: `create function touch() returns trigger language plpgsql as $$ begin return new; end; $$;
create trigger t before insert on notes for each row execute function touch();`,
      history: 'create table public.notes (id bigint);',
      finds: [
        {
          at: 'touch',
          message: 'Without a schema the search_path decides what touch means',
          safe: ['create function public.touch() returns trigger language plpgsql as $$ begin return new; end; $$;'],
        },
        {
          at: 'notes',
          message: 'Without a schema the search_path decides what notes, touch means',
          safe: ['create trigger t before insert on public.notes for each row execute function public.touch();'],
        },
      ],
    },
    {
      name: 'where the search path is known',
      sql: `set search_path to shelf;
comment on column books.title is null;`,
      finds: [
        {
          at: 'books',
          message: 'Without a schema the search_path decides what books means',
          safe: ['comment on column shelf.books.title is null;'],
        },
      ],
    },
    {
      name: 'in a way back',
      sql: 'drop index notes_a;',
      revert: true,
      history: 'create table public.notes (a int); create index notes_a on public.notes (a);',
      finds: [
        { at: 'notes_a', message: 'Without a schema the search_path decides what notes_a means', safe: ['drop index public.notes_a;'] },
      ],
    },
    {
      name: 'a type',
      sql: "create type mood as enum ('good', 'bad');",
      finds: [
        {
          at: 'mood',
          message: 'Without a schema the search_path decides what mood means',
          safe: ["create type public.mood as enum ('good', 'bad');"],
        },
      ],
    },
  ],
  silent: [
    { name: 'with its schema', sql: 'create table shelf.notes (id bigint primary key references shelf.books (id));' },
    { name: 'a common table expression', sql: 'with few as (select * from shelf.books limit 1) select * from few for update of few;' },
    {
      name: 'a temporary table',
      sql: `create temporary table seen (id bigint);
insert into seen values (1);`,
    },
    { name: 'the catalog', sql: 'select * from pg_class;' },
    { name: 'a name of an index, which is that of its table', sql: 'create index books_author on shelf.books (author);' },
    { name: 'a comment on a column', sql: "comment on column shelf.books.title is 'x';" },
  ],
};
