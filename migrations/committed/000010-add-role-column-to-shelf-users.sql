--! Previous: sha1:4d05dd1125aca74c2bc65af2cd768362a21b699f
--! Hash: sha1:6f1dff073396b0899d0f758938a5fdf2b98611e1
--! Message: Add role column to shelf.users

alter table shelf.users add column role varchar(20) not null default 'user';

comment on column shelf.users.role is 'What the reader may do: user, or a role with more rights such as moderator or admin';
