-- Whether one of the workers is at a batch.
select exists (select from pg_stat_activity where pid = any ($1::int4[]) and state <> 'idle') as beside
