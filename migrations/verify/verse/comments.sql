-- What a data dictionary is made of: nothing may go without saying what it is.

--! Check: the schema has a comment
--! From: 000002-create-the-verse-schema-with-pgvector
select true as expected, obj_description(oid, 'pg_namespace') is not null as found
from pg_namespace
where nspname = 'verse';

--! Check: each table has a comment
--! From: 000002-create-the-verse-schema-with-pgvector
select relname as relation, true as expected, obj_description(oid, 'pg_class') is not null as found
from pg_class
where relnamespace = to_regnamespace('verse') and relkind in ('r', 'v');

--! Check: no column is without a comment
--! From: 000002-create-the-verse-schema-with-pgvector
select
  relname as relation,
  null as expected,
  string_agg(attname, ', ' order by attnum) filter (where col_description(attrelid, attnum) is null) as found
from pg_class
join pg_attribute on attrelid = pg_class.oid
where relnamespace = to_regnamespace('verse') and relkind in ('r', 'v') and attnum > 0 and not attisdropped
group by relname;

--! Check: each function has a comment
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
select proname as function, true as expected, obj_description(oid, 'pg_proc') is not null as found
from pg_proc
where pronamespace = to_regnamespace('verse');
