-- Whether there is a ledger, and this role may write what this script writes.
do language plpgsql $check$
declare
  refused text;
begin
  if (
    select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where (nspname, relname) in (('graphile_migrate', 'migrations'), ('godwit', 'revision'))
  ) < 2 then
    raise exception 'the database % has no ledger, and this script was written for one that has', current_database()
      using errcode = 'object_not_in_prerequisite_state', hint = 'Write the script for this database: godwit upgrade --sql';
  end if;

  select string_agg(format('%s on %I.%I', privileges, nspname, relname), '; ' order by nspname, relname) into refused
  from (
    select nspname, relname, string_agg(distinct replace(privilege, ', ', ' or '), ', ') as privileges
    from (
      values
        ('any', 'graphile_migrate', 'migrations', 'select'),
        -- LOCK TABLE asks for one of these.
        ('any', 'graphile_migrate', 'migrations', 'update, delete, truncate'),
        ('any', 'godwit', 'revision', 'select'),
        ('any', 'godwit', 'journal', 'select'),
        -- From version 1.1 of the ledger on.
        ('any', 'godwit', 'attempt', 'select'),
        ('any', 'godwit', 'event', 'insert'),
        ('up', 'graphile_migrate', 'migrations', 'insert'),
        ('up', 'godwit', 'revision', 'insert'),
        ('up', 'godwit', 'revision', 'update'),
        ('beneath', 'graphile_migrate', 'migrations', 'insert'),
        ('beneath', 'graphile_migrate', 'migrations', 'update'),
        ('beneath', 'godwit', 'revision', 'insert'),
        ('beneath', 'godwit', 'revision', 'update'),
        ('beneath', 'godwit', 'catalog', 'select'),
        ('beneath', 'godwit', 'catalog', 'delete'),
        ('down', 'graphile_migrate', 'migrations', 'delete'),
        ('down', 'godwit', 'revision', 'delete'),
        ('down', 'godwit', 'catalog', 'select'),
        ('down', 'godwit', 'catalog', 'delete'),
        ('refresh', 'godwit', 'revision', 'insert'),
        ('refresh', 'godwit', 'revision', 'update'),
        ('alone', 'godwit', 'journal', 'insert'),
        ('alone', 'godwit', 'journal', 'delete')
    ) as needed(kind, nspname, relname, privilege)
    join pg_namespace using (nspname)
    join pg_class using (relname)
    where kind = any (array['any'] || :'kinds'::text[])
      and relnamespace = pg_namespace.oid
      and not (has_schema_privilege(pg_namespace.oid, 'usage') and has_table_privilege(pg_class.oid, privilege))
    group by nspname, relname
  ) as lacking;
  if refused is not null then
    raise exception 'the role % may not write the ledger: it lacks %', current_user, refused
      using errcode = 'insufficient_privilege', hint = format(
        'Run it as the role that owns the ledger, or, as that role: grant usage on schema graphile_migrate, godwit to %1$I; '
        'grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to %1$I;', current_user
      );
  end if;
end
$check$;
