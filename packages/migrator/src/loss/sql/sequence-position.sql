-- Sequences that have given out numbers, and their last one. $1: names as SQL; $2: a schema, of which those count that belong to no column
-- of its own tables.
select class.oid::regclass::text as name, position.last::text as last
from pg_catalog.pg_sequence as sequence
join pg_catalog.pg_class as class on class.oid = sequence.seqrelid
join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
cross join lateral (
  select case when pg_catalog.has_sequence_privilege(class.oid, 'select') then pg_catalog.pg_sequence_last_value(class.oid) end as last
) as position
where position.last is not null
  and (
    class.oid in (select pg_catalog.to_regclass(wanted) from pg_catalog.unnest($1::text[]) as wanted)
    or namespace.nspname = $2
    and not exists (
      select from pg_catalog.pg_depend as depend
      join pg_catalog.pg_class as owner on owner.oid = depend.refobjid
      where depend.classid = 'pg_catalog.pg_class'::regclass
        and depend.objid = class.oid
        and depend.refclassid = 'pg_catalog.pg_class'::regclass
        and depend.deptype in ('a', 'i')
        and owner.relnamespace = class.relnamespace
    )
  )
order by 1
