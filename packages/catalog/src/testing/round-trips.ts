export interface RoundTrip {
  readonly name: string;
  /** What an upgrade does to the hard schema. */
  readonly up: string;
  /** What its revert does. */
  readonly down: string;
}

const trip = (name: string, up: string, down: string): RoundTrip => ({ name, up, down });

/** Ways there and back, after which the database looks as before. */
export const roundTrips: readonly RoundTrip[] = [
  trip(
    'a table',
    'create table shelf.t (id serial primary key, b int references shelf.books); create index on shelf.t (b)',
    'drop table shelf.t',
  ),
  trip('an index', 'create index ix_new on shelf.books (pages)', 'drop index shelf.ix_new'),
  trip('a column', 'alter table shelf.books add extra text default 1', 'alter table shelf.books drop extra'),
  trip('the last column', 'alter table shelf.codes drop twice', 'alter table shelf.codes add twice int generated always as (n * 2) stored'),
  trip('a column name', 'alter table shelf.books rename title to name', 'alter table shelf.books rename name to title'),
  trip('a wider type', 'alter table shelf.codes alter code type text', 'alter table shelf.codes alter code type varchar(255)'),
  trip('a default', 'alter table shelf.codes alter n set default 5', 'alter table shelf.codes alter n drop default'),
  trip('not null', 'alter table shelf.codes alter n set not null', 'alter table shelf.codes alter n drop not null'),
  trip(
    'a constraint',
    'alter table shelf.books drop constraint books_pages_check',
    "alter table shelf.books add constraint books_pages_check check (pages > 0); comment on constraint books_pages_check on shelf.books is 'Some'",
  ),
  trip('a primary key', 'alter table shelf.codes drop constraint codes_pkey', 'alter table shelf.codes add primary key (id)'),
  trip(
    'a constraint on a ready index',
    'alter table shelf.codes drop constraint codes_pkey',
    'create unique index codes_pkey on shelf.codes (id); alter table shelf.codes add primary key using index codes_pkey',
  ),
  trip('a trigger', 'alter table shelf.books disable trigger books_touch', 'alter table shelf.books enable trigger books_touch'),
  trip('all triggers', 'alter table shelf.points disable trigger all', 'alter table shelf.points enable trigger all'),
  trip('a comment', "comment on table shelf.codes is 'x'", 'comment on table shelf.codes is null'),
  trip(
    'a grant, after which the list is no longer null',
    'grant select on shelf.codes to public',
    'revoke select on shelf.codes from public',
  ),
  trip(
    'the default grant of a function',
    'revoke execute on function shelf.touch() from public',
    'grant execute on function shelf.touch() to public',
  ),
  trip('a grant on a column', 'grant select (code) on shelf.codes to public', 'revoke select (code) on shelf.codes from public'),
  trip('a grant on a schema', 'grant create on schema shelf to public', 'revoke create on schema shelf from public'),
  trip(
    'default privileges',
    'alter default privileges grant select on tables to public',
    'alter default privileges revoke select on tables from public',
  ),
  trip(
    'another owner, who held a grant',
    'create role godwit_catalog_owner; grant all on shelf.codes to godwit_catalog_owner; alter table shelf.codes owner to godwit_catalog_owner',
    'alter table shelf.codes owner to current_user; revoke all on shelf.codes from godwit_catalog_owner',
  ),
  trip('row security', 'alter table shelf.codes enable row level security', 'alter table shelf.codes disable row level security'),
  trip('an option', 'alter table shelf.codes set (fillfactor = 50)', 'alter table shelf.codes reset (fillfactor)'),
  trip('a statistics target', 'alter table shelf.codes alter n set statistics 9', 'alter table shelf.codes alter n set statistics -1'),
  trip('a storage', 'alter table shelf.codes alter code set storage plain', 'alter table shelf.codes alter code set storage extended'),
  trip('unlogged', 'alter table shelf.codes set unlogged', 'alter table shelf.codes set logged'),
  trip(
    'a partition',
    'alter table shelf.events detach partition shelf.events_2024',
    "alter table shelf.events attach partition shelf.events_2024 for values from ('2024-01-01') to ('2025-01-01')",
  ),
  trip('a parent', 'alter table shelf.child no inherit shelf.base', 'alter table shelf.child inherit shelf.base'),
  trip('a label', "alter type shelf.mood rename value 'ok' to 'fine'", "alter type shelf.mood rename value 'fine' to 'ok'"),
  trip('a sequence', 'alter sequence shelf.ticket increment 1', 'alter sequence shelf.ticket increment 5'),
  trip('a view', 'create view shelf.v as select * from shelf.books', 'drop view shelf.v'),
  trip('where a view looks', 'alter table shelf.events rename to happenings', 'alter table shelf.happenings rename to events'),
  trip(
    'the last two columns',
    'alter table shelf.codes drop twice, drop n',
    'alter table shelf.codes add n int constraint codes_n_check check (n > 0); alter table shelf.codes add twice int generated always as (n * 2) stored',
  ),
  trip(
    'positions of sequences, rows and their statistics',
    "insert into shelf.codes values (1, 'a'); select setval('shelf.ticket', 1000); analyze shelf.codes",
    'delete from shelf.codes',
  ),
];
