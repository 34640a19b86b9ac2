-- How many rows of each table this session has inserted, updated and deleted since it last told the statistics, the open transaction
-- included: also those that functions, triggers and DO blocks changed. The ledger is not counted.
select relid::text as oid, schemaname as schema, relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated, n_tup_del::float8 as deleted
from pg_catalog.pg_stat_xact_user_tables
where n_tup_ins + n_tup_upd + n_tup_del > 0 and schemaname not in ('godwit', 'graphile_migrate', 'pgboss')
