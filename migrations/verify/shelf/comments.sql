-- What a data dictionary is made of: nothing may go without saying what it is.

--! Check: the schema has a comment
--! From: 000001-create-the-shelf-schema
select true as expected, obj_description(oid, 'pg_namespace') is not null as found
from pg_namespace
where nspname = 'shelf';

--! Check: each table and view has a comment
--! From: 000001-create-the-shelf-schema
select relname as relation, true as expected, obj_description(oid, 'pg_class') is not null as found
from pg_class
where relnamespace = to_regnamespace('shelf') and relkind in ('r', 'v');

--! Check: no column is without a comment
--! From: 000001-create-the-shelf-schema
select
  relname as relation,
  null as expected,
  string_agg(attname, ', ' order by attnum) filter (where col_description(attrelid, attnum) is null) as found
from pg_class
join pg_attribute on attrelid = pg_class.oid
where relnamespace = to_regnamespace('shelf') and relkind in ('r', 'v') and attnum > 0 and not attisdropped
group by relname;

--! Check: each function has a comment
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select proname as function, true as expected, obj_description(oid, 'pg_proc') is not null as found
from pg_proc
where pronamespace = to_regnamespace('shelf');
