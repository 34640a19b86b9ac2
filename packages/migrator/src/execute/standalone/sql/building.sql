-- Whether somebody is building this index right now.
select exists (select from pg_catalog.pg_stat_progress_create_index where index_relid = $1::oid and pid <> pg_backend_pid()) as building
