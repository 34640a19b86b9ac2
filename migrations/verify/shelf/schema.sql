-- What there is besides columns, constraints and indexes.

--! Check: these tables and views and no others
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    ('users', 'table'),
    ('books', 'table'),
    ('genres', 'table'),
    ('book_genres', 'table'),
    ('user_books', 'table'),
    ('reviews', 'table'),
    ('content_ratings', 'table'),
    ('related_books', 'table'),
    ('reading_sessions', 'table'),
    ('multi_dimensional_ratings', 'table'),
    ('book_fingerprints', 'table'),
    ('stale_fingerprints', 'table'),
    ('calculated_fingerprints', 'view')
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
  where relnamespace = to_regnamespace('shelf') and relkind in ('r', 'v', 'p', 'm', 'f')
) as live using (name);

--! Check: vector is installed, in public, and not too old
--! From: 000024-add-description-embeddings-to-shelf-books
-- HNSW came with 0.5.0.
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
    ('vector', '0.5.0')
) as needed (name, oldest)
left join pg_extension on extname = name;

--! Check: ids count up by one as far as their type goes, in a sequence of their own
--! From: 000001-create-the-shelf-schema
select
  attrelid::regclass || '.' || attname as "column",
  'from 1 by 1 to ' || case atttypid when 'integer'::regtype then 2147483647 else 9223372036854775807 end as expected,
  'from ' || start_value || ' by ' || increment_by || ' to ' || max_value as found
from pg_attribute
join pg_class on pg_class.oid = attrelid
left join pg_attrdef on adrelid = attrelid and adnum = attnum
left join pg_sequences on format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(attrelid::regclass::text, attname)
where relnamespace = to_regnamespace('shelf') and (attidentity <> '' or pg_get_expr(adbin, adrelid) like 'nextval(%');

--! Check: there is no function and no trigger before fingerprints are marked
--! From: 000001-create-the-shelf-schema
--! Until: 000040-remember-which-fingerprints-of-shelf-are-stale
select 'functions' as kind, null as expected, string_agg(proname, ', ') as found
from pg_proc
where pronamespace = to_regnamespace('shelf')
union all
select 'triggers', null, string_agg(tgname, ', ')
from pg_trigger
join pg_class on pg_class.oid = tgrelid
where relnamespace = to_regnamespace('shelf') and not tgisinternal;

--! Check: these functions and no others
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    ('mark_stale_fingerprints()', 'returns trigger, plpgsql, volatile, security definer, search_path=""'),
    ('recalculate_fingerprints(book_ids integer[])', 'returns SETOF integer, plpgsql, volatile, search_path=""')
) as wanted (name, expected)
full join (
  select
    format('%s(%s)', proname, pg_get_function_identity_arguments(pg_proc.oid)) as name,
    concat_ws(
      ', ',
      'returns ' || pg_get_function_result(pg_proc.oid),
      lanname,
      case provolatile when 'v' then 'volatile' when 's' then 'stable' else 'immutable' end,
      case when prosecdef then 'security definer' end,
      array_to_string(proconfig, ', ')
    ) as found
  from pg_proc
  join pg_language on pg_language.oid = prolang
  where pronamespace = to_regnamespace('shelf')
) as live using (name);

--! Check: these triggers and no others
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
select name, expected, found
from (
  values
    (
      'mark_stale_fingerprints_of_inserted',
      'AFTER INSERT ON shelf.multi_dimensional_ratings REFERENCING NEW TABLE AS new_ratings FOR EACH STATEMENT EXECUTE FUNCTION shelf.mark_stale_fingerprints()'
    ),
    (
      'mark_stale_fingerprints_of_updated',
      'AFTER UPDATE ON shelf.multi_dimensional_ratings REFERENCING OLD TABLE AS old_ratings NEW TABLE AS new_ratings FOR EACH STATEMENT EXECUTE FUNCTION shelf.mark_stale_fingerprints()'
    ),
    (
      'mark_stale_fingerprints_of_deleted',
      'AFTER DELETE ON shelf.multi_dimensional_ratings REFERENCING OLD TABLE AS old_ratings FOR EACH STATEMENT EXECUTE FUNCTION shelf.mark_stale_fingerprints()'
    ),
    (
      'mark_stale_fingerprints_of_truncated',
      'AFTER TRUNCATE ON shelf.multi_dimensional_ratings FOR EACH STATEMENT EXECUTE FUNCTION shelf.mark_stale_fingerprints()'
    )
) as wanted (name, expected)
full join (
  select
    tgname::text as name,
    regexp_replace(pg_get_triggerdef(pg_trigger.oid), '^CREATE (CONSTRAINT )?TRIGGER \S+ ', '\1') || case tgenabled when 'O' then '' else ' (disabled)' end as found
  from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where relnamespace = to_regnamespace('shelf') and not tgisinternal
) as live using (name);
