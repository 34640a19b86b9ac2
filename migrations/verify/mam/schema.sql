-- What there is besides columns, constraints and indexes.

--! Check: these tables and no others
--! From: 000017-record-missing-books-of-a-mam-series
select name, expected, found
from (
  values
    ('authors', 'table'),
    ('series', 'table'),
    ('books', 'table'),
    ('book_authors', 'table'),
    ('downloads', 'table'),
    ('narrators', 'table'),
    ('book_narrators', 'table'),
    ('missing_books', 'table')
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
  where relnamespace = to_regnamespace('mam') and relkind in ('r', 'v', 'p', 'm', 'f')
) as live using (name);

--! Check: ids count up by one as far as their type goes, in a sequence of their own
--! From: 000007-create-the-mam-schema
select
  attrelid::regclass || '.' || attname as "column",
  'from 1 by 1 to ' || case atttypid when 'integer'::regtype then 2147483647 else 9223372036854775807 end as expected,
  'from ' || start_value || ' by ' || increment_by || ' to ' || max_value as found
from pg_attribute
join pg_class on pg_class.oid = attrelid
left join pg_attrdef on adrelid = attrelid and adnum = attnum
left join pg_sequences on format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(attrelid::regclass::text, attname)
where relnamespace = to_regnamespace('mam') and (attidentity <> '' or pg_get_expr(adbin, adrelid) like 'nextval(%');

--! Check: there is no function and no trigger
--! From: 000007-create-the-mam-schema
select 'functions' as kind, null as expected, string_agg(proname, ', ') as found
from pg_proc
where pronamespace = to_regnamespace('mam')
union all
select 'triggers', null, string_agg(tgname, ', ')
from pg_trigger
join pg_class on pg_class.oid = tgrelid
where relnamespace = to_regnamespace('mam') and not tgisinternal;
