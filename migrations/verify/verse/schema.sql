-- What there is besides columns, constraints and indexes.

--! Check: these tables and no others
--! From: 000021-count-usage-of-verse-users-by-day
select name, expected, found
from (
  values
    ('users', 'table'),
    ('saved_passages', 'table'),
    ('saved_insights', 'table'),
    ('saved_definitions', 'table'),
    ('user_insights', 'table'),
    ('user_definitions', 'table'),
    ('chat_messages', 'table'),
    ('standalone_chats', 'table'),
    ('standalone_chat_messages', 'table'),
    ('conversation_summaries', 'table'),
    ('user_devices', 'table'),
    ('usage_tracking', 'table')
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
  where relnamespace = to_regnamespace('verse') and relkind in ('r', 'v', 'p', 'm', 'f')
) as live using (name);

--! Check: vector is installed, in public, and not too old
--! From: 000002-create-the-verse-schema-with-pgvector
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
--! From: 000002-create-the-verse-schema-with-pgvector
select
  attrelid::regclass || '.' || attname as "column",
  'from 1 by 1 to ' || case atttypid when 'integer'::regtype then 2147483647 else 9223372036854775807 end as expected,
  'from ' || start_value || ' by ' || increment_by || ' to ' || max_value as found
from pg_attribute
join pg_class on pg_class.oid = attrelid
left join pg_attrdef on adrelid = attrelid and adnum = attnum
left join pg_sequences on format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(attrelid::regclass::text, attname)
where relnamespace = to_regnamespace('verse') and (attidentity <> '' or pg_get_expr(adbin, adrelid) like 'nextval(%');

--! Check: there is no function and no trigger while there is one status
--! From: 000002-create-the-verse-schema-with-pgvector
--! Until: 000038-add-status-beside-status_old-in-verse-users
select 'functions' as kind, null as expected, string_agg(proname, ', ') as found
from pg_proc
where pronamespace = to_regnamespace('verse')
union all
select 'triggers', null, string_agg(tgname, ', ')
from pg_trigger
join pg_class on pg_class.oid = tgrelid
where relnamespace = to_regnamespace('verse') and not tgisinternal;

--! Check: one function keeps the two statuses in step
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    ('keep_user_status_in_step()', 'returns trigger, plpgsql, volatile, search_path=""')
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
  where pronamespace = to_regnamespace('verse')
) as live using (name);

--! Check: one trigger keeps the two statuses in step
--! From: 000038-add-status-beside-status_old-in-verse-users
--! Until: 000039-drop-status_old-of-verse-users
select name, expected, found
from (
  values
    ('keep_user_status_in_step', 'BEFORE INSERT OR UPDATE ON verse.users FOR EACH ROW EXECUTE FUNCTION verse.keep_user_status_in_step()')
) as wanted (name, expected)
full join (
  select
    tgname::text as name,
    regexp_replace(pg_get_triggerdef(pg_trigger.oid), '^CREATE (CONSTRAINT )?TRIGGER \S+ ', '\1') || case tgenabled when 'O' then '' else ' (disabled)' end as found
  from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where relnamespace = to_regnamespace('verse') and not tgisinternal
) as live using (name);

--! Check: there is no function and no trigger
--! From: 000039-drop-status_old-of-verse-users
select 'functions' as kind, null as expected, string_agg(proname, ', ') as found
from pg_proc
where pronamespace = to_regnamespace('verse')
union all
select 'triggers', null, string_agg(tgname, ', ')
from pg_trigger
join pg_class on pg_class.oid = tgrelid
where relnamespace = to_regnamespace('verse') and not tgisinternal;
