-- The ledger of Godwit: graphile-migrate's two tables, as graphile-migrate 1.4.1 creates them, and the schema godwit beside them.
-- One statement: it changes all or nothing wherever it runs (psql, graphile-migrate's beforeAllMigrations, a rendered script), and writes
-- nothing when everything is there. The lock makes runs at the same time wait for one another.
do language plpgsql $ledger$
declare
  known_major integer;
  known_minor integer;
  permission record;
begin
  -- Whatever path the role came with: what is created here means PostgreSQL's functions. Until the end of the transaction.
  perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
  perform pg_advisory_xact_lock(5207463946);

  if exists (select from pg_namespace where nspname in ('graphile_migrate', 'godwit') and not has_schema_privilege(oid, 'usage')) then
    raise exception 'the role % may not use the ledger', current_user
      using errcode = 'insufficient_privilege', hint = format(
        'grant usage on schema graphile_migrate, godwit to %1$I; '
        'grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to %1$I', current_user
      );
  end if;
  if (to_regnamespace('graphile_migrate') is null or to_regnamespace('godwit') is null)
    and not has_database_privilege(current_database(), 'create')
  then
    raise exception 'the role % may not create the schemas of the ledger in the database %', current_user, current_database()
      using errcode = 'insufficient_privilege', hint = format('grant create on database %I to %I', current_database(), current_user);
  end if;

  if to_regnamespace('graphile_migrate') is null then
    create schema graphile_migrate;
  end if;
  if to_regclass('graphile_migrate.migrations') is null then
    create table graphile_migrate.migrations (
      hash text primary key,
      previous_hash text references graphile_migrate.migrations,
      filename text not null,
      date timestamptz not null default now()
    );
  end if;
  if to_regclass('graphile_migrate.current') is null then
    create table graphile_migrate.current (
      filename text primary key default 'current.sql',
      content text not null,
      date timestamptz not null default now()
    );
  end if;

  if to_regclass('godwit.meta') is not null then
    select major, minor into known_major, known_minor from godwit.meta;
    if known_major > 1 then
      raise exception 'the ledger in this database is of version %.%, this Godwit knows version 1', known_major, known_minor
        using errcode = 'object_not_in_prerequisite_state', hint = 'Upgrade godwit.';
    end if;
    -- What a minor version adds is not for deploys: a role that may not add it can do without.
    if known_minor >= 1
      or not has_schema_privilege('godwit', 'create')
      or not pg_has_role((select relowner from pg_class where oid = 'godwit.current'::regclass), 'usage')
    then
      return;
    end if;
  end if;

  -- 1.0
  if known_minor is null then
    if to_regnamespace('godwit') is null then
      create schema godwit;
    end if;
    comment on schema godwit is 'What Godwit remembers of this database''s migrations, beside graphile_migrate. Look at godwit.current and godwit.event.';

    create table godwit.meta (
      one boolean primary key default true check (one),
      major integer not null,
      minor integer not null,
      installed_at timestamptz not null default now()
    );
    comment on table godwit.meta is 'The version of the schema godwit, in one row.';
    comment on column godwit.meta.one is 'Always true: there is one row.';
    comment on column godwit.meta.major is 'A Godwit that knows a lower number refuses this database.';
    comment on column godwit.meta.minor is 'A Godwit that knows a lower number works on.';
    comment on column godwit.meta.installed_at is 'When the schema was created.';

    create table godwit.revision (
      hash text primary key,
      number bigint not null,
      name text not null,
      ledger_name text not null,
      message text,
      revert_kind text check (revert_kind in ('sql', 'irreversible')),
      revert_hash text,
      revert_body text,
      revert_transactional boolean,
      revert_reason text,
      applied_by text,
      duration_ms double precision,
      godwit_version text,
      check (revert_kind is distinct from 'sql' or (revert_hash is not null and revert_body is not null and revert_transactional is not null)),
      check (revert_kind is distinct from 'irreversible' or revert_reason is not null)
    );
    comment on table godwit.revision is 'What Godwit knows of an applied revision beyond graphile_migrate.migrations. A row without its counterpart there counts for nothing.';
    comment on column godwit.revision.hash is 'As in graphile_migrate.migrations. No foreign key: it would stop graphile-migrate''s uncommit.';
    comment on column godwit.revision.number is '3 for 000003-add-ratings.sql.';
    comment on column godwit.revision.name is 'As a person names it: 000003-add-ratings.';
    comment on column godwit.revision.ledger_name is 'As graphile_migrate.migrations.filename: 000003.sql.';
    comment on column godwit.revision.message is 'Its message, when it has one.';
    comment on column godwit.revision.revert_kind is 'Whether there is a way back (sql) or a reason why not (irreversible); null when neither was known.';
    comment on column godwit.revision.revert_hash is 'The hash of the way back.';
    comment on column godwit.revision.revert_body is 'The way back as it was when the revision was applied, before placeholders, so that a build without the file can take it.';
    comment on column godwit.revision.revert_transactional is 'False when the way back runs outside a transaction.';
    comment on column godwit.revision.revert_reason is 'Why there is no way back.';
    comment on column godwit.revision.applied_by is 'The database role that applied it; null when graphile-migrate did. When: graphile_migrate.migrations.date.';
    comment on column godwit.revision.duration_ms is 'How long it took, in milliseconds.';
    comment on column godwit.revision.godwit_version is 'The version of Godwit that applied it.';

    create table godwit.event (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      action text not null,
      revision_hash text,
      revision_name text,
      outcome text not null check (outcome in ('ok', 'failed', 'interrupted')),
      duration_ms double precision,
      role_name text not null default session_user,
      os_user text,
      host text,
      client_address inet default inet_client_addr(),
      godwit_version text,
      detail jsonb not null default '{}'
    );
    comment on table godwit.event is 'Who did what to this database with Godwit, and how it ended. Rows are only added.';
    comment on column godwit.event.id is 'In order of writing.';
    comment on column godwit.event.at is 'When it ended.';
    comment on column godwit.event.action is 'up, down, stamp, repair, protect and the like.';
    comment on column godwit.event.revision_hash is 'The revision it was about, if it was about one.';
    comment on column godwit.event.revision_name is 'Its name then.';
    comment on column godwit.event.outcome is 'ok; failed: an error, and nothing of it stayed; interrupted: somebody stopped it, and nothing of it stayed.';
    comment on column godwit.event.duration_ms is 'How long it took, in milliseconds.';
    comment on column godwit.event.role_name is 'The database role.';
    comment on column godwit.event.os_user is 'The user of the machine that ran Godwit.';
    comment on column godwit.event.host is 'The name of that machine.';
    comment on column godwit.event.client_address is 'Its address as the server saw it; null over a socket.';
    comment on column godwit.event.godwit_version is 'The version of Godwit.';
    comment on column godwit.event.detail is 'What else there is to know: the error, the statement, attempts.';

    create table godwit.journal (
      one boolean primary key default true check (one),
      hash text not null,
      previous_hash text,
      name text not null,
      direction text not null check (direction in ('up', 'down')),
      statement text not null,
      started_at timestamptz not null default clock_timestamp(),
      backend_pid integer not null default pg_backend_pid(),
      backend_start timestamptz not null,
      detail jsonb not null default '{}'
    );
    comment on table godwit.journal is 'The step that runs outside a transaction right now, in at most one row. A row whose backend is gone is a step that crashed: see godwit repair.';
    comment on column godwit.journal.one is 'Always true: one such step at a time.';
    comment on column godwit.journal.hash is 'The revision.';
    comment on column godwit.journal.previous_hash is 'The revision before it.';
    comment on column godwit.journal.name is 'Its name.';
    comment on column godwit.journal.direction is 'up: being applied; down: being reverted.';
    comment on column godwit.journal.statement is 'What runs, before placeholders.';
    comment on column godwit.journal.started_at is 'When it began.';
    comment on column godwit.journal.backend_pid is 'The backend that runs it.';
    comment on column godwit.journal.backend_start is 'When that backend began: pids are used again.';
    comment on column godwit.journal.detail is 'What there was before: the indexes of the table, so that those left behind can be told.';

    create table godwit.setting (
      name text primary key,
      value jsonb not null,
      set_at timestamptz not null default now(),
      set_by text not null default session_user
    );
    comment on table godwit.setting is 'What this database remembers of itself.';
    comment on column godwit.setting.name is 'production: whether commands that erase are refused here.';
    comment on column godwit.setting.value is 'true, a number, a text.';
    comment on column godwit.setting.set_at is 'Since when.';
    comment on column godwit.setting.set_by is 'By which database role.';

    create table godwit.catalog (
      revision_hash text primary key,
      digest text not null,
      objects jsonb not null,
      taken_at timestamptz not null default now()
    );
    comment on table godwit.catalog is 'What the database looked like after a revision: what drift compares with.';
    comment on column godwit.catalog.revision_hash is 'The revision; empty for base.';
    comment on column godwit.catalog.digest is 'Of everything.';
    comment on column godwit.catalog.objects is 'Digest by object.';
    comment on column godwit.catalog.taken_at is 'When it was looked at.';

    insert into godwit.meta (major, minor) values (1, 1);
  end if;

  -- 1.1
  create table godwit.attempt (
    one boolean primary key default true check (one),
    id uuid not null,
    text text not null,
    digest text not null,
    undo text,
    undo_source text check (undo_source in ('revert.sql', 'statements', 'difference')),
    undo_transactional boolean,
    head text,
    base jsonb,
    complete boolean not null default true,
    applied_at timestamptz not null default clock_timestamp(),
    applied_by text not null default session_user,
    godwit_version text,
    check ((undo is null) = (undo_source is null) and (undo is null) = (undo_transactional is null))
  );
  comment on table godwit.attempt is 'The revision that somebody is writing, as godwit watch has applied it on top of the last one, in at most one row.';
  comment on column godwit.attempt.one is 'Always true: one at a time.';
  comment on column godwit.attempt.id is 'A new one with each save: whoever brings its way back later says which it belongs to.';
  comment on column godwit.attempt.text is 'What was applied: with its includes, before placeholders.';
  comment on column godwit.attempt.digest is 'Of what was sent: the same text is not applied twice.';
  comment on column godwit.attempt.undo is 'The way back, run before the next save and before upgrade; null until it is known: a moment after a save, or after a crash.';
  comment on column godwit.attempt.undo_source is 'revert.sql: the author wrote it, and it is kept before placeholders; statements: read off the text; difference: computed from what the database looked like before.';
  comment on column godwit.attempt.undo_transactional is 'False when the way back runs outside a transaction.';
  comment on column godwit.attempt.head is 'The hash of the revision on which it stands; null is base.';
  comment on column godwit.attempt.base is 'What the database looked like without it: the way back can be computed from that at any time.';
  comment on column godwit.attempt.complete is 'False while a statement runs outside a transaction, and when it ended there in an error.';
  comment on column godwit.attempt.applied_at is 'When.';
  comment on column godwit.attempt.applied_by is 'By which database role.';
  comment on column godwit.attempt.godwit_version is 'The version of Godwit.';

  create or replace view godwit.current as
  select
    coalesce(known.number, substring(head.filename from '^[0-9]+')::bigint, 0) as number,
    coalesce(known.name, regexp_replace(head.filename, '\.sql$', ''), 'base') as name,
    known.message,
    head.date as applied_at,
    known.applied_by,
    (select count(*) from graphile_migrate.migrations) as applied,
    (select name from godwit.journal) as unfinished,
    exists (select from godwit.setting where setting.name = 'production' and setting.value = 'true') as production,
    (select applied_at from godwit.attempt) as attempt
  from (select) as one
  left join (
    select hash, filename, date
    from graphile_migrate.migrations as candidate
    where not exists (select from graphile_migrate.migrations as next where next.previous_hash = candidate.hash)
  ) as head on true
  left join godwit.revision as known on known.hash = head.hash;
  comment on view godwit.current is 'Where this database stands, for people: select * from godwit.current.';
  comment on column godwit.current.number is 'The number of the last applied revision; 0 is base.';
  comment on column godwit.current.name is 'Its name, or base.';
  comment on column godwit.current.message is 'Its message.';
  comment on column godwit.current.applied_at is 'When it was applied.';
  comment on column godwit.current.applied_by is 'By which database role; null when graphile-migrate applied it.';
  comment on column godwit.current.applied is 'How many revisions are applied.';
  comment on column godwit.current.unfinished is 'A step outside a transaction that began and has not ended.';
  comment on column godwit.current.production is 'Whether this database is protected as production.';
  comment on column godwit.current.attempt is 'When godwit watch has applied the revision that is being written on top of it; null when it has not.';

  if known_minor = 0 then
    -- Whoever may read the ledger may go on doing so.
    for permission in
      select
        case granted.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(granted.grantee)) end as grantee,
        granted.privilege_type as privilege
      from pg_class as class
      cross join lateral aclexplode(class.relacl) as granted
      where class.oid = 'godwit.journal'::regclass and granted.grantee <> class.relowner
    loop
      execute format('grant %s on godwit.attempt to %s', permission.privilege, permission.grantee);
    end loop;
    update godwit.meta set minor = 1;
  end if;
end
$ledger$;
