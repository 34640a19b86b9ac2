-- What there is besides columns, constraints and indexes.

--! Check: these tables and no others
--! From: 000029-add-document-chunks-for-retrieval-to-anki
select name, expected, found
from (
  values
    ('users', 'table'),
    ('decks', 'table'),
    ('jobs', 'table'),
    ('settings', 'table'),
    ('subscriptions', 'table'),
    ('audit_logs', 'table'),
    ('notifications', 'table'),
    ('tags', 'table'),
    ('deck_tags', 'table'),
    ('document_chunks', 'table')
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
  where relnamespace = to_regnamespace('anki') and relkind in ('r', 'v', 'p', 'm', 'f')
) as live using (name);

--! Check: uuid-ossp and vector are installed, in public, and not too old
--! From: 000004-create-the-anki-schema
-- HNSW came with vector 0.5.0.
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
    ('uuid-ossp', '1.1'),
    ('vector', '0.5.0')
) as needed (name, oldest)
left join pg_extension on extname = name;

--! Check: these functions and no others
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('update_updated_at_column()', 'returns trigger, plpgsql, volatile, search_path=""')
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
  where pronamespace = to_regnamespace('anki')
) as live using (name);

--! Check: updated_at is kept by a trigger on exactly four tables
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('update_users_updated_at', 'BEFORE UPDATE ON anki.users FOR EACH ROW EXECUTE FUNCTION anki.update_updated_at_column()'),
    ('update_jobs_updated_at', 'BEFORE UPDATE ON anki.jobs FOR EACH ROW EXECUTE FUNCTION anki.update_updated_at_column()'),
    ('update_settings_updated_at', 'BEFORE UPDATE ON anki.settings FOR EACH ROW EXECUTE FUNCTION anki.update_updated_at_column()'),
    ('update_subscriptions_updated_at', 'BEFORE UPDATE ON anki.subscriptions FOR EACH ROW EXECUTE FUNCTION anki.update_updated_at_column()')
) as wanted (name, expected)
full join (
  select
    tgname::text as name,
    regexp_replace(pg_get_triggerdef(pg_trigger.oid), '^CREATE (CONSTRAINT )?TRIGGER \S+ ', '\1') || case tgenabled when 'O' then '' else ' (disabled)' end as found
  from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where relnamespace = to_regnamespace('anki') and not tgisinternal
) as live using (name);
