-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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

create index ix_subscriptions_status on anki.subscriptions (status);

create index ix_subscriptions_user_id on anki.subscriptions (user_id);

create unique index uq_subscriptions_one_active on anki.subscriptions (user_id) where status::text = 'active'::text;

create trigger update_subscriptions_updated_at before update on anki.subscriptions for each row execute function anki.update_updated_at_column();

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
