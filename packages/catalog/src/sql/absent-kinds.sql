-- Queries on objects that have nothing to tell here, by their file's name: one look instead of two dozen. $1: the schemas' object identifiers. What
-- an extension brought counts here, and is left out there.
select 'views' as name where not exists (select from pg_class where relkind in ('v', 'm') and relnamespace = any ($1::oid[]))
union all select 'sequences' where not exists (select from pg_class where relkind = 'S' and relnamespace = any ($1::oid[]))
union all select 'aggregates' where not exists (select from pg_proc where prokind = 'a' and pronamespace = any ($1::oid[]))
union all select 'triggers' where not exists (select from pg_trigger where not tgisinternal)
union all select 'event-triggers' where not exists (select from pg_event_trigger)
union all
select 'rules'
where not exists (
  select from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and c.relnamespace = any ($1::oid[])
)
union all select 'policies' where not exists (select from pg_policy)
union all select 'statistics' where not exists (select from pg_statistic_ext)
union all select 'enums' where not exists (select from pg_type where typtype = 'e' and typnamespace = any ($1::oid[]))
union all select 'domains' where not exists (select from pg_type where typtype = 'd' and typnamespace = any ($1::oid[]))
union all
select name
from (values ('composite-types'), ('attributes')) as kinds (name)
where not exists (select from pg_class where relkind = 'c' and relnamespace = any ($1::oid[]))
union all select 'range-types' where not exists (select from pg_type where typtype = 'r' and typnamespace = any ($1::oid[]))
union all
select 'base-types'
where not exists (
  select from pg_type where (typtype = 'b' and typarray <> 0 or typtype = 'p' and not typisdefined) and typnamespace = any ($1::oid[])
)
union all select 'default-privileges' where not exists (select from pg_default_acl)
union all select 'publications' where not exists (select from pg_publication)
union all select 'collations' where not exists (select from pg_collation where collnamespace = any ($1::oid[]))
union all select 'operators' where not exists (select from pg_operator where oprnamespace = any ($1::oid[]))
union all select 'operator-families' where not exists (select from pg_opfamily where opfnamespace = any ($1::oid[]))
union all select 'operator-classes' where not exists (select from pg_opclass where opcnamespace = any ($1::oid[]))
union all select 'text-search-configurations' where not exists (select from pg_ts_config where cfgnamespace = any ($1::oid[]))
union all select 'text-search-dictionaries' where not exists (select from pg_ts_dict where dictnamespace = any ($1::oid[]))
union all select 'foreign-data-wrappers' where not exists (select from pg_foreign_data_wrapper)
union all select 'foreign-servers' where not exists (select from pg_foreign_server)
union all select 'user-mappings' where not exists (select from pg_user_mappings)
