-- Constraints of tables and domains. NOT NULL is a fact of the column or domain, since only PostgreSQL 18 has a constraint for it;
-- constraint triggers are triggers.
with inherited as (
  select i.inhrelid, p.conname, array_agg(format('pg_constraint/%s/0', p.oid)) as parents
  from pg_inherits i
  join pg_constraint p on p.conrelid = i.inhparent and p.contype = 'c'
  group by i.inhrelid, p.conname
),
-- The triggers that guard a foreign key or a deferrable constraint, where ALTER TABLE … DISABLE TRIGGER ALL has reached them.
disabled as (
  select g.tgconstraint, array_agg(distinct format(
    '%s on %s', case g.tgenabled when 'D' then 'disabled' when 'R' then 'replica only' else 'always' end, g.tgrelid::regclass
  ) collate "C") as triggers
  from pg_trigger g
  where g.tgisinternal and g.tgenabled <> 'O' and g.tgconstraint <> 0
  group by g.tgconstraint
)
select
  'constraint' as kind,
  array[n.nspname, coalesce(c.relname, t.typname), k.conname]::text[] as path,
  null as signature,
  format('pg_constraint/%s/0', k.oid) as key,
  array[case when k.contypid <> 0 then format('pg_type/%s/0', k.contypid) else format('pg_class/%s/0', k.conrelid) end]
    || case when k.conparentid <> 0 then array[format('pg_constraint/%s/0', k.conparentid)] else '{}' end
    || coalesce(inherited.parents, '{}') as within,
  null as owner,
  jsonb_build_object(
    'type', case k.contype
      when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key' when 'x' then 'exclusion' else 'check'
    end,
    'definition', regexp_replace(
      pg_get_constraintdef(k.oid), '( DEFERRABLE| INITIALLY DEFERRED| NOT VALID| NOT ENFORCED)+$', ''
    ),
    'columns', array(
      select a.attname
      from unnest(k.conkey) with ordinality as key (attnum, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum
      order by case when k.contype = 'c' then a.attname end collate "C", key.place
    ),
    'references', case when k.confrelid <> 0 then k.confrelid::regclass::text end,
    'validated', k.convalidated,
    'deferrable', k.condeferrable,
    'initiallyDeferred', k.condeferred,
    -- The column exists from PostgreSQL 18 on; before, the name is found outside.
    'enforced', (select conenforced from pg_constraint self where self.oid = k.oid),
    'disabledTriggers', coalesce(disabled.triggers, '{}')
  ) as properties
from pg_constraint k
cross join (values (true)) as before_18 (conenforced)
join pg_namespace n on n.oid = k.connamespace
left join pg_class c on c.oid = k.conrelid
left join pg_type t on t.oid = k.contypid
left join pg_constraint parent on parent.oid = k.conparentid
left join inherited on inherited.inhrelid = k.conrelid and inherited.conname = k.conname and k.contype = 'c' and k.coninhcount > 0
left join disabled on disabled.tgconstraint = k.oid
where k.contype in ('c', 'f', 'p', 'u', 'x')
  and n.oid = any ($1::oid[])
  -- The extra rows of a foreign key to a partitioned table, one a partition, named differently from version to version.
  and (parent.oid is null or k.contype <> 'f' or (parent.conrelid <> k.conrelid and parent.confrelid = k.confrelid))
  and not exists (
    select from pg_depend e
    where e.deptype = 'e'
      and e.classid = case when k.contypid <> 0 then 'pg_type'::regclass else 'pg_class'::regclass end
      and e.objid = case when k.contypid <> 0 then k.contypid else k.conrelid end
  )
