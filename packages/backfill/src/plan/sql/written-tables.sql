-- The rows of each table that this session has written and not told the server's statistics of yet: those of this transaction, also by functions and
-- triggers, and maybe some from before it. Without temporary tables and our own.
select
  format('%I.%I', schemaname, relname) as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated, n_tup_del::float8 as deleted
from pg_stat_xact_user_tables
where n_tup_ins + n_tup_upd + n_tup_del > 0 and schemaname not in ('godwit', 'graphile_migrate') and schemaname not like 'pg\_temp%'
order by name
