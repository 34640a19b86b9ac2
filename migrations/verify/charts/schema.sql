-- What there is besides columns, constraints and indexes.

--! Check: these tables and no others
--! From: 000012-create-chord-chart-tables
select name, expected, found
from (
  values
    ('chord_charts', 'table'),
    ('generation_history', 'table')
) as wanted (name, expected)
full join (
  select
    relname::text as name,
    concat_ws(
      ', ',
      case relkind when 'r' then 'table' when 'v' then 'view' else 'relation of kind ' || relkind::text end,
      case relpersistence when 'u' then 'unlogged' end,
      case when relrowsecurity then 'with row security' end
    ) as found
  from pg_class
  where relnamespace = to_regnamespace('charts') and relkind in ('r', 'v', 'p', 'm', 'f')
) as live using (name);

--! Check: pg_trgm is installed, in public, and not too old
--! From: 000012-create-chord-chart-tables
-- That of PostgreSQL 15, the oldest server that Godwit runs on.
select
  name as extension,
  'in public, ' || oldest || ' or newer' as expected,
  concat_ws(
    ', ',
    'in ' || extnamespace::regnamespace,
    case when string_to_array(extversion, '.')::integer[] >= string_to_array(oldest, '.')::integer[] then oldest || ' or newer' else extversion end
  ) as found
from (
  values
    ('pg_trgm', '1.6')
) as needed (name, oldest)
left join pg_extension on extname = name;

--! Check: ids count up by one as far as their type goes, in a sequence of their own
--! From: 000012-create-chord-chart-tables
select
  attrelid::regclass || '.' || attname as "column",
  'from 1 by 1 to ' || case atttypid when 'integer'::regtype then 2147483647 else 9223372036854775807 end as expected,
  'from ' || start_value || ' by ' || increment_by || ' to ' || max_value as found
from pg_attribute
join pg_class on pg_class.oid = attrelid
left join pg_attrdef on adrelid = attrelid and adnum = attnum
left join pg_sequences on format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(attrelid::regclass::text, attname)
where relnamespace = to_regnamespace('charts') and (attidentity <> '' or pg_get_expr(adbin, adrelid) like 'nextval(%');

--! Check: there is no function and no trigger
--! From: 000012-create-chord-chart-tables
select 'functions' as kind, null as expected, string_agg(proname, ', ') as found
from pg_proc
where pronamespace = to_regnamespace('charts')
union all
select 'triggers', null, string_agg(tgname, ', ')
from pg_trigger
join pg_class on pg_class.oid = tgrelid
where relnamespace = to_regnamespace('charts') and not tgisinternal;
