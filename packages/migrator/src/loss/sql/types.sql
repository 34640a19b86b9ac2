-- The types that go: one by its name ($1), all of a schema ($2), all that an extension made ($3).
select type.oid::text as oid
from pg_catalog.pg_type as type
join pg_catalog.pg_namespace as namespace on namespace.oid = type.typnamespace
where type.oid = pg_catalog.to_regtype($1)
  or namespace.nspname = $2
  or exists (
    select from pg_catalog.pg_depend as depend
    join pg_catalog.pg_extension as extension on extension.oid = depend.refobjid and depend.refclassid = 'pg_catalog.pg_extension'::regclass
    where depend.classid = 'pg_catalog.pg_type'::regclass and depend.objid = type.oid and depend.deptype = 'e' and extension.extname = $3
  )
