-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table shelf.users (
  id serial primary key,
  username varchar(50) not null,
  email varchar(255) not null,
  password_hash varchar(255) not null,
  created_at timestamptz not null default now(),
  role varchar(20) not null default 'user'
);

create unique index ix_users_email on shelf.users (email);

create unique index ix_users_username on shelf.users (username);

comment on table shelf.users is 'Readers with an account';
comment on column shelf.users.id is 'Primary key';
comment on column shelf.users.username is 'Name shown to other readers, unique';
comment on column shelf.users.email is 'Address used to sign in, unique';
comment on column shelf.users.password_hash is 'Salted hash of the password, never the password';
comment on column shelf.users.created_at is 'When the account was opened';
comment on column shelf.users.role is 'What the reader may do: user, or a role with more rights such as moderator or admin';
