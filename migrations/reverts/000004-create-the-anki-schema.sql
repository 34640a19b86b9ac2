--! Reverts: sha1:5f03d8da3881bb589239d15cadeec5ffb2c88124
--! Hash: sha1:53ba5e7b2572ae02cce343742de4c2ec3eee0e7f

-- The extensions stay: other schemas may use them.
drop table anki.notifications;
drop table anki.audit_logs;
drop table anki.subscriptions;
drop table anki.settings;
drop table anki.jobs;
drop table anki.decks;
drop table anki.users;
drop function anki.update_updated_at_column();
drop schema anki;
