--! Previous: sha1:37b5c66e2248f3ae786cbe4b027f8daa4bcc3fed
--! Hash: sha1:e298df98904d9d863c1116d0016b2a4d74b58cfe
--! Message: Add index on anki.jobs status and created_at

--! no-transaction
create index concurrently ix_jobs_status_created_at on anki.jobs (status, created_at);
