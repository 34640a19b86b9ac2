-- Partitions are counted with their parent, when it goes as well.
select class.oid::regclass::text as name
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where namespace.nspname = $1
  and class.relkind in ('r', 'p')
  and not exists (
    select from pg_catalog.pg_inherits as inherits
    join pg_catalog.pg_class as parent on parent.oid = inherits.inhparent
    where inherits.inhrelid = class.oid and parent.relnamespace = class.relnamespace
  )
order by class.relname
