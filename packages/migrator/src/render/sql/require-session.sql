-- The script is UTF-8, and its own names mean PostgreSQL's.
set client_encoding to 'UTF8';
set search_path to pg_catalog, pg_temp;
-- A transaction's own setting is gone after its statement, unless the transaction was open before. A clock would not tell: it may stand still.
do language plpgsql $check$
begin
  perform set_config('godwit.transaction', 'open', true);
end
$check$;
do language plpgsql $check$
begin
  if current_setting('godwit.transaction', true) = 'open' then
    raise exception 'this script cannot run inside a transaction: each of its steps has one of its own'
      using errcode = 'active_sql_transaction', hint = 'Run it without -1 (--single-transaction), and not between BEGIN and COMMIT.';
  end if;
end
$check$;
