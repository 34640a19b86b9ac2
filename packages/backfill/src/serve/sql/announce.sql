-- As long as this session lasts, its process serves.
select pg_advisory_lock_shared($1::int4, 0)
