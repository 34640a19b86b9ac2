/** A change, and what the SQL for it has to look like. `S` stands for the schema of the case. */
export interface MissedChange {
  readonly name: string;
  readonly sql: string;
  readonly statements: RegExp;
}

/** What Alembic's autogenerate does not see, or sees in part. */
export const missedChanges: readonly MissedChange[] = [
  {
    name: 'a check',
    sql: 'alter table S.books add constraint pages_positive check (pages > 0)',
    statements: /add constraint pages_positive check/,
  },
  {
    name: 'a check that was changed',
    sql: "alter table S.books add constraint known check (status in ('wanted', 'owned'))",
    statements: /in \('wanted', 'owned'\)/,
  },
  { name: 'a new enum', sql: "create type S.size as enum ('small', 'large')", statements: /create type S\.size as enum/ },
  {
    name: 'a label of an enum',
    sql: "alter type S.mood add value 'calm' after 'sad'",
    statements: /add value 'calm' (after 'sad'|before 'happy')/,
  },
  {
    name: 'a trigger',
    sql: 'create trigger touch before update on S.books for each row execute function S.touch()',
    statements: /create trigger touch/,
  },
  {
    name: 'a body of a function',
    sql: "create or replace function S.touch() returns trigger language plpgsql as 'begin return old; end'",
    statements: /begin return old; end/,
  },
  {
    name: 'a function',
    sql: 'create function S.f(a int) returns int immutable language sql return a + 1',
    statements: /create or replace function S\.f/,
  },
  {
    name: 'a view',
    sql: 'create view S.long_books as select id, title from S.books where pages > 300',
    statements: /create view S\.long_books/,
  },
  {
    name: 'a view that was changed',
    sql: 'create or replace view S.titles as select id, title from S.books where id > 1',
    statements: /where (?:books\.)?id > 1/,
  },
  {
    name: 'a materialized view',
    sql: 'create materialized view S.counted as select status, count(*) as n from S.books group by status; create unique index on S.counted (status)',
    statements: /create materialized view S\.counted/,
  },
  {
    name: 'a policy',
    sql: "alter table S.books enable row level security; create policy own on S.books for select using (status = 'owned')",
    statements: /create policy own/,
  },
  {
    name: 'a partition',
    sql: "create table S.events_2025 partition of S.events for values from ('2025-01-01') to ('2026-01-01')",
    statements: /partition of S\.events for values/,
  },
  {
    name: 'an index of a partitioned table',
    sql: 'create index ix_events_at on S.events (at)',
    statements: /create index ix_events_at on S\.events/,
  },
  {
    name: 'a comment',
    sql: "comment on column S.books.title is 'As printed'; comment on table S.books is 'All books'",
    statements: /comment on column S\.books\.title/,
  },
  {
    name: 'a comment on a view column',
    sql: "comment on column S.titles.title is 'As printed'",
    statements: /comment on column S\.titles\.title/,
  },
  { name: 'a sequence', sql: 'create sequence S.number increment by 5 start 10 cache 3', statements: /create sequence S\.number/ },
  { name: 'a sequence that was changed', sql: 'alter sequence S.ticket increment by 7', statements: /alter sequence S\.ticket/ },
  {
    name: 'an exclusion constraint',
    sql: 'alter table S.books add constraint once exclude using gist (shown with &&)',
    statements: /exclude using gist/,
  },
  {
    name: 'a server default',
    sql: "alter table S.books alter status set default 'owned'; alter table S.books alter pages drop default",
    statements: /set default 'owned'/,
  },
  {
    name: 'statistics',
    sql: 'create statistics S.st (ndistinct) on status, author_id from S.books',
    statements: /create statistics S\.st/,
  },
  {
    name: 'storage and target of a column',
    sql: 'alter table S.books alter title set statistics 500; alter table S.books alter title set storage external',
    statements: /set statistics 500/,
  },
  {
    name: 'a trigger that is disabled',
    sql: 'create trigger t after insert on S.books for each row execute function S.touch(); alter table S.books disable trigger t',
    statements: /disable trigger t/,
  },
  {
    name: 'grants',
    sql: 'grant select on S.books to public; grant update (title) on S.books to public',
    statements: /grant select on table S\.books to public/,
  },
  {
    name: 'a domain',
    sql: "create domain S.isbn as varchar(13) not null check (length(value) in (10, 13)); alter table S.authors add isbn S.isbn default '1234567890'",
    statements: /create domain S\.isbn/,
  },
  {
    name: 'a foreign key that is not validated',
    sql: 'alter table S.books add constraint fk foreign key (author_id) references S.authors (id) not valid',
    statements: /not valid/,
  },
  {
    name: 'options of a table',
    sql: 'alter table S.books set (fillfactor = 70, toast.autovacuum_enabled = false)',
    statements: /toast\.autovacuum_enabled/,
  },
  {
    name: 'a generated column',
    sql: 'alter table S.books add slug text generated always as (lower(title::text)) stored',
    statements: /generated always as/,
  },
  {
    name: 'an identity column',
    sql: 'alter table S.authors alter id add generated by default as identity',
    statements: /generated by default as identity/,
  },
  {
    name: 'text search',
    sql: 'create text search configuration S.plain (copy = pg_catalog.simple)',
    statements: /create text search configuration S\.plain/,
  },
  {
    name: 'a cast',
    sql: "create function S.to_mood(int) returns S.mood language sql immutable as 'select null::S.mood'; create cast (int as S.mood) with function S.to_mood(int)",
    statements: /create cast/,
  },
];
