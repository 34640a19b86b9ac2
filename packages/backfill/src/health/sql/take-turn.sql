-- Whether it is for us to look this time: nobody has begun to look within a second. No lock, which a machine that stands still would keep.
update godwit.backfill_run
set health = coalesce(health, '{}') || jsonb_build_object('looked', clock_timestamp())
where id = $1 and coalesce((health ->> 'looked')::timestamptz, '-infinity') < clock_timestamp() - interval '0.9 seconds'
returning true as mine
