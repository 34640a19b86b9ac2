-- Which of some functions ($1 schemas, null for none given; $2 names) may change rows: volatile ones that somebody wrote in SQL or a procedural
-- language, those that write large objects, and those that are not there yet.
select called.place::integer as place
from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) with ordinality as called(schema, name, place)
where exists (
    select from pg_catalog.pg_proc as proc
    join pg_catalog.pg_namespace as namespace on namespace.oid = proc.pronamespace
    join pg_catalog.pg_language as language on language.oid = proc.prolang
    where proc.proname = called.name
      and namespace.nspname = coalesce(called.schema, namespace.nspname)
      and namespace.nspname <> 'pg_catalog'
      and language.lanname not in ('internal', 'c')
      and proc.provolatile = 'v'
  )
  or called.name in ('lo_unlink', 'lo_put', 'lo_truncate', 'lo_truncate64', 'lowrite')
  or not exists (select from pg_catalog.pg_proc as proc where proc.proname = called.name)
order by called.place
