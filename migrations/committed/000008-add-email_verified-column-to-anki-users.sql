--! Previous: sha1:ed75edff640030bf1c888e0a6a3e591128880478
--! Hash: sha1:2b49c7b78932400844b952d2870a871064c190ac
--! Message: Add email_verified column to anki.users

alter table anki.users add column email_verified boolean not null default false;

comment on column anki.users.email_verified is 'Whether the user has followed the link sent to email';
