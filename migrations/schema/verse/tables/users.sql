-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.users (
  id serial primary key,
  anonymous_id varchar(36) not null,
  device_count integer not null default 1,
  pro_subscription boolean not null default false,
  created_at timestamptz default now(),
  status varchar(50)
);

create unique index ix_users_anonymous_id on verse.users (anonymous_id);

comment on table verse.users is 'Anonymous users, known by a device and not by a name';
comment on column verse.users.id is 'Primary key';
comment on column verse.users.anonymous_id is 'UUID made on the first device, unique';
comment on column verse.users.device_count is 'Number of devices linked to the account';
comment on column verse.users.pro_subscription is 'Whether the user pays for the pro plan';
comment on column verse.users.created_at is 'When the user was first seen';
comment on column verse.users.status is 'State of the account';
