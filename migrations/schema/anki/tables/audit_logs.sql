-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

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

create index ix_audit_logs_action on anki.audit_logs (action);

create index ix_audit_logs_created_at on anki.audit_logs (created_at);

create index ix_audit_logs_user_id on anki.audit_logs (user_id);

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
