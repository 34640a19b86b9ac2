-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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

create index ix_notifications_unread on anki.notifications (user_id, created_at) where status::text = 'unread'::text;

create index ix_notifications_user_id on anki.notifications (user_id);

comment on table anki.notifications is 'User notifications';
comment on column anki.notifications.id is 'Primary key';
comment on column anki.notifications.user_id is 'Who is notified';
comment on column anki.notifications.kind is 'What it is about, such as job_completed or subscription_expiring';
comment on column anki.notifications.title is 'One line, as shown in the list';
comment on column anki.notifications.body is 'The rest, as shown when opened';
comment on column anki.notifications.status is 'unread, read or archived';
comment on column anki.notifications.read_at is 'When the user read it; null when not';
comment on column anki.notifications.created_at is 'When the user was notified';
