with unmarked as (
  delete from godwit.setting where name = 'production' returning name
)
insert into godwit.event (action, outcome) select 'unprotect', 'ok' from unmarked
