-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.user_devices (
  id serial primary key,
  user_id integer not null references verse.users (id) on delete cascade,
  device_name varchar(100),
  device_type varchar(20) not null default 'unknown',
  user_agent text,
  created_at timestamptz not null default now(),
  last_active timestamptz not null default now()
);

create index idx_user_devices_user_last_active on verse.user_devices (user_id, last_active);

comment on table verse.user_devices is 'Devices linked to an account';
comment on column verse.user_devices.id is 'Primary key';
comment on column verse.user_devices.user_id is 'Whose device it is';
comment on column verse.user_devices.device_name is 'Name that the user gave the device';
comment on column verse.user_devices.device_type is 'mobile, tablet, desktop or unknown';
comment on column verse.user_devices.user_agent is 'User agent at the last visit';
comment on column verse.user_devices.created_at is 'When the device was linked';
comment on column verse.user_devices.last_active is 'When the device was last used';
