with marked as (
  insert into godwit.setting (name, value) values ('production', 'true')
  on conflict (name) do update set value = excluded.value, set_at = now(), set_by = session_user
  where setting.value is distinct from excluded.value
  returning name
)
insert into godwit.event (action, outcome) select 'protect', 'ok' from marked
