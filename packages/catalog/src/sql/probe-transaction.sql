-- See session.sql.
select pg_catalog.set_config('godwit.probe', 'open', true)
