-- See session.sql.
select set_config('godwit.probe', 'open', true)
