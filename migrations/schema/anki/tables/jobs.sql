-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table anki.jobs (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null,
  deck_id uuid,
  kind varchar(30) not null,
  status varchar(20) not null default 'pending' check (status in ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  progress smallint not null default 0 check (progress >= 0 and progress <= 100),
  payload jsonb not null default '{}',
  error_message text,
  attempts smallint not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fk_jobs_deck_id foreign key (deck_id) references anki.decks (id) on delete set null,
  constraint fk_jobs_user_id foreign key (user_id) references anki.users (id) on delete cascade
);

create index ix_jobs_created_at on anki.jobs (created_at);

create index ix_jobs_deck_id on anki.jobs (deck_id);

create index ix_jobs_status_created_at on anki.jobs (status, created_at);

create index ix_jobs_status on anki.jobs (status);

create index ix_jobs_user_id on anki.jobs (user_id);

create trigger update_jobs_updated_at before update on anki.jobs for each row execute function anki.update_updated_at_column();

comment on table anki.jobs is 'Background job tracking';
comment on column anki.jobs.id is 'Primary key';
comment on column anki.jobs.user_id is 'Who asked for the job';
comment on column anki.jobs.deck_id is 'The deck that the job works on; null before it exists or once it is gone';
comment on column anki.jobs.kind is 'What the job does, such as extract, generate or export';
comment on column anki.jobs.status is 'pending, processing, completed, failed or cancelled';
comment on column anki.jobs.progress is 'How much is done, in percent';
comment on column anki.jobs.payload is 'What the worker needs to do the job';
comment on column anki.jobs.error_message is 'Why the last attempt failed';
comment on column anki.jobs.attempts is 'Number of attempts so far';
comment on column anki.jobs.started_at is 'When a worker last took the job';
comment on column anki.jobs.finished_at is 'When the job was completed, failed or cancelled';
comment on column anki.jobs.created_at is 'When the job was asked for';
comment on column anki.jobs.updated_at is 'When the row was last changed, kept by a trigger';
