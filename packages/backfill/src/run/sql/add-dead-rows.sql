-- $2: a JSON array of {key, sqlState, message, detail}. Gives how many the run has now.
with added as (
  insert into godwit.dead_row (run_id, key, sqlstate, message, detail)
  select
    $1, array(select jsonb_array_elements_text(dead -> 'key')), dead ->> 'sqlState', dead ->> 'message', dead ->> 'detail'
  from jsonb_array_elements($2::jsonb) as dead
  on conflict (run_id, key) do update
  set sqlstate = excluded.sqlstate, message = excluded.message, detail = excluded.detail, failed_at = clock_timestamp()
  returning xmax = 0 as new
)
select ((select count(*) from godwit.dead_row where run_id = $1) + (select count(*) from added where new))::int4 as dead
