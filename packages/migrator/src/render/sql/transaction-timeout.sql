-- transaction_timeout is there from PostgreSQL 17 on.
do language plpgsql $godwit$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    perform pg_catalog.set_config('transaction_timeout', '0', false);
  end if;
end
$godwit$
