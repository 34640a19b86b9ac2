-- For each relation a number that is another one as soon as a row of the system catalog about it is: its own, and those of its columns,
-- indexes, constraints, triggers, rules, policies, sequences, comments and owners. Whoever looks twice knows where to look closely.
-- With its kind and path in a catalog; both are null for what is no relation there.
with row (relation, class, place, version) as (
  select c.oid, 1, c.ctid, c.xmin from pg_class c where c.oid >= 16384 and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
  union all select a.attrelid, 2, a.ctid, a.xmin from pg_attribute a where a.attrelid >= 16384 and a.attnum > 0
  union all select d.adrelid, 3, d.ctid, d.xmin from pg_attrdef d where d.adrelid >= 16384
  union all select i.indrelid, 4, i.ctid, i.xmin from pg_index i where i.indrelid >= 16384
  union all select i.indrelid, 5, c.ctid, c.xmin from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid >= 16384
  union all select i.indrelid, 6, a.ctid, a.xmin from pg_index i join pg_attribute a on a.attrelid = i.indexrelid where i.indrelid >= 16384
  union all select k.conrelid, 7, k.ctid, k.xmin from pg_constraint k where k.conrelid >= 16384
  union all select g.tgrelid, 8, g.ctid, g.xmin from pg_trigger g where g.tgrelid >= 16384
  -- A foreign key is guarded by triggers of both tables.
  union all select k.conrelid, 9, g.ctid, g.xmin from pg_trigger g join pg_constraint k on k.oid = g.tgconstraint where k.conrelid <> g.tgrelid
  union all select r.ev_class, 10, r.ctid, r.xmin from pg_rewrite r where r.ev_class >= 16384
  union all select p.polrelid, 11, p.ctid, p.xmin from pg_policy p
  union all select s.seqrelid, 12, s.ctid, s.xmin from pg_sequence s
  union all select d.objid, 13, d.ctid, d.xmin from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid >= 16384 and d.deptype in ('a', 'i', 'e')
  -- An identity column is described by its sequence, name included.
  union all select d.refobjid, 14, s.ctid, s.xmin from pg_depend d join pg_sequence s on s.seqrelid = d.objid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
  union all select d.refobjid, 19, c.ctid, c.xmin from pg_depend d join pg_class c on c.oid = d.objid and c.relkind = 'S'
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i'
  union all select h.inhrelid, 15, h.ctid, h.xmin from pg_inherits h
  union all select p.partrelid, 16, p.ctid, p.xmin from pg_partitioned_table p
  union all select f.ftrelid, 17, f.ctid, f.xmin from pg_foreign_table f
  union all select coalesce(i.indrelid, k.conrelid, g.tgrelid, r.ev_class, p.polrelid, d.objoid), 18, d.ctid, d.xmin
    from pg_description d
    left join pg_index i on d.classoid = 'pg_class'::regclass and i.indexrelid = d.objoid
    left join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid
    left join pg_trigger g on d.classoid = 'pg_trigger'::regclass and g.oid = d.objoid
    left join pg_rewrite r on d.classoid = 'pg_rewrite'::regclass and r.oid = d.objoid
    left join pg_policy p on d.classoid = 'pg_policy'::regclass and p.oid = d.objoid
    where d.objoid >= 16384
      and d.classoid in ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_policy'::regclass)
)
select
  r.relation::text,
  r.version::text,
  case when c.relkind in ('r', 'p', 'f') then 'table' when c.relkind = 'v' then 'view' when c.relkind = 'm' then 'materialized view'
    when c.relkind = 'S' then 'sequence' end as kind,
  case when c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') then array[n.nspname, c.relname]::text[] end as path
from (
  select relation, bit_xor(hashtidextended(place, version::text::bigint * 31 + class)) as version from row group by relation
) r
left join pg_class c on c.oid = r.relation
left join pg_namespace n on n.oid = c.relnamespace
