-- The server's version, and whether a transaction is open: a setting made for the transaction is gone after a statement that stood alone.
-- Every name is qualified here: the role's search path may put another schema before pg_catalog.
select
  pg_catalog.current_setting('server_version_num')::integer as number,
  pg_catalog.current_setting('server_version') as version,
  coalesce(pg_catalog.current_setting('godwit.probe', true), '') operator(pg_catalog.=) 'open' as in_transaction
