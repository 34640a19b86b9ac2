-- The server's version, and whether a transaction is open: a setting made for the transaction is gone after a statement that stood alone.
select
  current_setting('server_version_num')::integer as number,
  current_setting('server_version') as version,
  coalesce(current_setting('godwit.probe', true), '') = 'open' as in_transaction
