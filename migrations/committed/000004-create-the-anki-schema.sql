--! Previous: sha1:83698ee516830fb42c77fe4f11a932f58738bc9c
--! Hash: sha1:5f03d8da3881bb589239d15cadeec5ffb2c88124
--! Message: Create the anki schema

create extension if not exists "uuid-ossp" with schema public;
create extension if not exists vector with schema public;

create schema anki;

comment on schema anki is 'Anki Compendium: decks made from documents, and the accounts that own them';

--! Included update_updated_at_column.sql
create or replace function anki.update_updated_at_column()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  -- A backfill says so with `set local godwit.backfill`: nobody edited the row, and it keeps its time.
  if coalesce(current_setting('godwit.backfill', true), '') = '' then
    new.updated_at = current_timestamp;
  end if;

  return new;
end;
$$;
--! EndIncluded update_updated_at_column.sql

comment on function anki.update_updated_at_column() is 'Sets updated_at to the time of the transaction, except in a backfill';

create table anki.users (
  id uuid primary key default public.uuid_generate_v4(),
  email varchar(255) not null,
  username varchar(50) not null,
  password_hash varchar(255) not null,
  full_name varchar(100),
  is_active boolean not null default true,
  subscription_tier varchar(20) not null default 'free' check (subscription_tier in ('free', 'premium', 'enterprise')),
  subscription_expires_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create unique index ix_users_email on anki.users (email);
create unique index ix_users_username on anki.users (username);
create index ix_users_created_at on anki.users (created_at);

create trigger update_users_updated_at
  before update on anki.users
  for each row
  execute function anki.update_updated_at_column();

comment on table anki.users is 'User accounts and subscription info';
comment on column anki.users.id is 'Primary key';
comment on column anki.users.email is 'Address used to sign in, unique';
comment on column anki.users.username is 'Name used to sign in and shown to others, unique';
comment on column anki.users.password_hash is 'Salted hash of the password, never the password';
comment on column anki.users.full_name is 'Name for invoices and letters';
comment on column anki.users.is_active is 'False when the account is closed or blocked';
comment on column anki.users.subscription_tier is 'Plan in force: free, premium or enterprise';
comment on column anki.users.subscription_expires_at is 'When the plan in force ends; null when it does not end';
comment on column anki.users.last_login_at is 'When the user last signed in';
comment on column anki.users.created_at is 'When the account was opened';
comment on column anki.users.updated_at is 'When the row was last changed, kept by a trigger';

create table anki.decks (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null constraint fk_decks_user_id references anki.users (id) on delete cascade,
  name varchar(255) not null,
  description text,
  source_filename varchar(255),
  card_count integer not null default 0 check (card_count >= 0),
  created_at timestamptz not null default now()
);

create index ix_decks_user_id on anki.decks (user_id);
create index ix_decks_created_at on anki.decks (created_at);

comment on table anki.decks is 'Anki deck metadata';
comment on column anki.decks.id is 'Primary key';
comment on column anki.decks.user_id is 'Who owns the deck';
comment on column anki.decks.name is 'Name of the deck, as Anki shows it';
comment on column anki.decks.description is 'What the deck is about';
comment on column anki.decks.source_filename is 'Name of the document that the deck was made from';
comment on column anki.decks.card_count is 'Number of cards in the deck';
comment on column anki.decks.created_at is 'When the deck was made';

create table anki.jobs (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null constraint fk_jobs_user_id references anki.users (id) on delete cascade,
  deck_id uuid constraint fk_jobs_deck_id references anki.decks (id) on delete set null,
  kind varchar(30) not null,
  status varchar(20) not null default 'pending'
    check (status in ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  progress smallint not null default 0 check (progress between 0 and 100),
  payload jsonb not null default '{}',
  error_message text,
  attempts smallint not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index ix_jobs_user_id on anki.jobs (user_id);
create index ix_jobs_deck_id on anki.jobs (deck_id);
create index ix_jobs_status on anki.jobs (status);
create index ix_jobs_created_at on anki.jobs (created_at);

create trigger update_jobs_updated_at
  before update on anki.jobs
  for each row
  execute function anki.update_updated_at_column();

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

create table anki.settings (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null unique references anki.users (id) on delete cascade,
  theme varchar(20) not null default 'system',
  language varchar(10) not null default 'en',
  cards_per_deck integer not null default 50,
  email_notifications boolean not null default true,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create trigger update_settings_updated_at
  before update on anki.settings
  for each row
  execute function anki.update_updated_at_column();

comment on table anki.settings is 'User-specific settings, at most one row for each user';
comment on column anki.settings.id is 'Primary key';
comment on column anki.settings.user_id is 'Whose settings they are';
comment on column anki.settings.theme is 'Colours of the interface: system, light or dark';
comment on column anki.settings.language is 'Language of the interface, as a BCP 47 tag';
comment on column anki.settings.cards_per_deck is 'Number of cards to aim for in a new deck';
comment on column anki.settings.email_notifications is 'Whether notifications are sent by mail too';
comment on column anki.settings.preferences is 'Further preferences of the interface';
comment on column anki.settings.created_at is 'When the settings were first saved';
comment on column anki.settings.updated_at is 'When the row was last changed, kept by a trigger';

create table anki.subscriptions (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null references anki.users (id) on delete cascade,
  tier varchar(20) not null check (tier in ('free', 'premium', 'enterprise')),
  status varchar(20) not null check (status in ('trialing', 'active', 'past_due', 'cancelled', 'expired')),
  provider varchar(30) not null,
  provider_subscription_id varchar(255) unique,
  price numeric(10, 2) not null,
  currency varchar(3) not null default 'USD',
  period_start timestamptz not null,
  period_end timestamptz not null,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (period_start < period_end)
);

create index ix_subscriptions_user_id on anki.subscriptions (user_id);
create index ix_subscriptions_status on anki.subscriptions (status);
create unique index uq_subscriptions_one_active on anki.subscriptions (user_id) where status = 'active';

create trigger update_subscriptions_updated_at
  before update on anki.subscriptions
  for each row
  execute function anki.update_updated_at_column();

comment on table anki.subscriptions is 'Subscription history: one row for each subscription that a user has had, at most one of them active';
comment on column anki.subscriptions.id is 'Primary key';
comment on column anki.subscriptions.user_id is 'Who subscribed';
comment on column anki.subscriptions.tier is 'Plan that was bought: free, premium or enterprise';
comment on column anki.subscriptions.status is 'trialing, active, past_due, cancelled or expired';
comment on column anki.subscriptions.provider is 'Who collects the payment, such as stripe';
comment on column anki.subscriptions.provider_subscription_id is 'Identifier at the provider, unique; null when nothing is collected';
comment on column anki.subscriptions.price is 'Price of a period, in currency';
comment on column anki.subscriptions.currency is 'ISO 4217 code of the price';
comment on column anki.subscriptions.period_start is 'Start of the period that is paid for';
comment on column anki.subscriptions.period_end is 'End of the period that is paid for';
comment on column anki.subscriptions.cancelled_at is 'When the user cancelled; null when not';
comment on column anki.subscriptions.created_at is 'When the user subscribed';
comment on column anki.subscriptions.updated_at is 'When the row was last changed, kept by a trigger';

create table anki.audit_logs (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid references anki.users (id) on delete set null,
  action varchar(100) not null,
  entity_type varchar(50),
  entity_id uuid,
  ip_address inet,
  user_agent text,
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create index ix_audit_logs_user_id on anki.audit_logs (user_id);
create index ix_audit_logs_action on anki.audit_logs (action);
create index ix_audit_logs_created_at on anki.audit_logs (created_at);

comment on table anki.audit_logs is 'Security and audit trail';
comment on column anki.audit_logs.id is 'Primary key';
comment on column anki.audit_logs.user_id is 'Who acted; null for the system, and once the account is gone';
comment on column anki.audit_logs.action is 'What was done, such as user.login or deck.delete';
comment on column anki.audit_logs.entity_type is 'Kind of thing that it was done to';
comment on column anki.audit_logs.entity_id is 'The thing that it was done to; kept when the thing is gone';
comment on column anki.audit_logs.ip_address is 'Address that the request came from';
comment on column anki.audit_logs.user_agent is 'User agent of the request';
comment on column anki.audit_logs.details is 'What else is worth keeping of the action';
comment on column anki.audit_logs.created_at is 'When it was done';

create table anki.notifications (
  id uuid primary key default public.uuid_generate_v4(),
  user_id uuid not null references anki.users (id) on delete cascade,
  kind varchar(30) not null,
  title varchar(255) not null,
  body text,
  status varchar(20) not null default 'unread' check (status in ('unread', 'read', 'archived')),
  read_at timestamptz,
  created_at timestamptz not null default now()
);

create index ix_notifications_user_id on anki.notifications (user_id);
create index ix_notifications_unread on anki.notifications (user_id, created_at) where status = 'unread';

comment on table anki.notifications is 'User notifications';
comment on column anki.notifications.id is 'Primary key';
comment on column anki.notifications.user_id is 'Who is notified';
comment on column anki.notifications.kind is 'What it is about, such as job_completed or subscription_expiring';
comment on column anki.notifications.title is 'One line, as shown in the list';
comment on column anki.notifications.body is 'The rest, as shown when opened';
comment on column anki.notifications.status is 'unread, read or archived';
comment on column anki.notifications.read_at is 'When the user read it; null when not';
comment on column anki.notifications.created_at is 'When the user was notified';
