-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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
  updated_at timestamptz not null default now(),
  email_verified boolean not null default false
);

create index ix_users_created_at on anki.users (created_at);

create unique index ix_users_email on anki.users (email);

create unique index ix_users_username on anki.users (username);

create trigger update_users_updated_at before update on anki.users for each row execute function anki.update_updated_at_column();

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
comment on column anki.users.email_verified is 'Whether the user has followed the link sent to email';
