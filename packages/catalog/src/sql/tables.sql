-- Tables: ordinary, partitioned and foreign.
with parents as (
  select
    i.inhrelid,
    array_agg(format('pg_class/%s/0', i.inhparent)) as keys,
    array_agg(i.inhparent::regclass::text order by i.inhseqno) as names,
    bool_or(i.inhdetachpending) as pending
  from pg_inherits i
  group by i.inhrelid
)
select
  'table' as kind,
  array[n.nspname, c.relname]::text[] as path,
  null as signature,
  format('pg_class/%s/0', c.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] || case when c.relispartition then p.keys else '{}' end as within,
  pg_get_userbyid(c.relowner)::text as owner,
  jsonb_build_object(
    'kind', case c.relkind when 'p' then 'partitioned' when 'f' then 'foreign' else 'ordinary' end,
    'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
    'ofType', case when c.reloftype <> 0 then format_type(c.reloftype, null) end,
    'accessMethod', (select am.amname from pg_am am where am.oid = c.relam and am.amname <> 'heap'),
    'tablespace', (select t.spcname from pg_tablespace t where t.oid = c.reltablespace),
    'options', array(select o from unnest(c.reloptions) o order by o collate "C"),
    'toastOptions', array(
      select o from pg_class toast, unnest(toast.reloptions) o where toast.oid = c.reltoastrelid order by o collate "C"
    ),
    'replicaIdentity', case c.relreplident
      when 'd' then 'default'
      when 'n' then 'nothing'
      when 'f' then 'full'
      else coalesce(
        (select 'index ' || ic.relname from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident),
        'index that was dropped'
      )
    end,
    'rowSecurity', c.relrowsecurity,
    'forceRowSecurity', c.relforcerowsecurity,
    'partitionKey', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
    'partitionOf', case when c.relispartition then p.names[1] end,
    'partitionBound', case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end,
    'detachPending', coalesce(p.pending, false),
    'inherits', case when p.names is null or c.relispartition then '{}' else p.names end,
    'server', (select s.srvname from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid),
    'foreignOptions', array(
      select o from pg_foreign_table f, unnest(f.ftoptions) o where f.ftrelid = c.oid order by o collate "C"
    ),
    'columns', array(
      select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
    )
  ) as properties
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join parents p on p.inhrelid = c.oid
where c.relkind in ('r', 'p', 'f')
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
