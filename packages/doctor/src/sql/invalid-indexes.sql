-- What CREATE and REINDEX INDEX CONCURRENTLY leave when they fail; the latter's carry _ccnew and _ccold in their names. An index on a partitioned
-- table is INVALID until all partitions have one, which is its author's business.
select
  namespace.nspname as schema,
  class.relname as name,
  index.indrelid::regclass::text as table,
  index.indisunique as unique,
  class.relname ~ '_cc(new|old)\d*$' as leftover,
  exists (select from pg_catalog.pg_stat_progress_create_index as progress where progress.index_relid = class.oid) as building
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where not index.indisvalid and class.relkind = 'i' and namespace.nspname !~ '^pg_'
order by 1, 2
