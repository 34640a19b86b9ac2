-- Everything but extensions and what they brought.
do $$
declare
  name text;
begin
  for name in
    select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
  loop
    execute format('drop schema %I cascade', name);
  end loop;
  for name in
    select format('drop %s %s cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, oid::regclass)
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
  loop
    execute name;
  end loop;
  for name in
    select format('drop routine %s cascade', oid::regprocedure)
    from pg_proc
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  loop
    execute name;
  end loop;
  for name in
    select format('drop type %s cascade', oid::regtype)
    from pg_type
    where typnamespace = 'public'::regnamespace and typtype = 'e'
  loop
    execute name;
  end loop;
end;
$$;
