-- What a data dictionary is made of: nothing may go without saying what it is.

--! Check: the schema has a comment
--! From: 000012-create-chord-chart-tables
select true as expected, obj_description(oid, 'pg_namespace') is not null as found
from pg_namespace
where nspname = 'charts';

--! Check: each table has a comment
--! From: 000012-create-chord-chart-tables
select relname as relation, true as expected, obj_description(oid, 'pg_class') is not null as found
from pg_class
where relnamespace = to_regnamespace('charts') and relkind in ('r', 'v');

--! Check: no column is without a comment
--! From: 000012-create-chord-chart-tables
select
  relname as relation,
  null as expected,
  string_agg(attname, ', ' order by attnum) filter (where col_description(attrelid, attnum) is null) as found
from pg_class
join pg_attribute on attrelid = pg_class.oid
where relnamespace = to_regnamespace('charts') and relkind in ('r', 'v') and attnum > 0 and not attisdropped
group by relname;

--! Check: the constraint that allows one chart for each title has a comment
--! From: 000012-create-chord-chart-tables
select 'One chart per title per server' as expected, obj_description(oid, 'pg_constraint') as found
from pg_constraint
where conname = 'idx_chord_charts_title_guild' and conrelid = to_regclass('charts.chord_charts');
