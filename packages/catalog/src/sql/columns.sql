-- Columns of tables, views and materialized views.
with parents as (select i.inhrelid, array_agg(i.inhparent) as oids from pg_inherits i group by i.inhrelid)
select
  'column' as kind,
  array[n.nspname, c.relname, a.attname]::text[] as path,
  null as signature,
  format('pg_class/%s/%s', c.oid, a.attnum) as key,
  array[format('pg_class/%s/0', c.oid)] || array(
    select format('pg_class/%s/%s', parent.attrelid, parent.attnum)
    from unnest(parents.oids) as oid
    join pg_attribute parent on parent.attrelid = oid and parent.attname = a.attname and not parent.attisdropped
    where a.attinhcount > 0
  ) as within,
  null as owner,
  jsonb_build_object(
    'type', format_type(a.atttypid, a.atttypmod),
    'nullability', case
      when not a.attnotnull then 'null'
      -- From PostgreSQL 18 on a NOT NULL is a constraint and can be NOT VALID.
      when exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'n' and k.conkey = array[a.attnum] and not k.convalidated
      ) then 'not null, not valid'
      else 'not null'
    end,
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'identity', case when a.attidentity <> '' and not c.relispartition then (
      select jsonb_build_object(
        'generation', case a.attidentity when 'a' then 'always' else 'by default' end,
        'sequence', s.seqrelid::regclass::text,
        'dataType', format_type(s.seqtypid, null),
        'start', s.seqstart::text,
        'increment', s.seqincrement::text,
        'minimum', s.seqmin::text,
        'maximum', s.seqmax::text,
        'cache', s.seqcache::text,
        'cycle', s.seqcycle
      )
      from pg_depend own
      join pg_sequence s on s.seqrelid = own.objid
      where own.classid = 'pg_class'::regclass and own.refclassid = 'pg_class'::regclass
        and own.refobjid = c.oid and own.refobjsubid = a.attnum and own.deptype = 'i'
    ) end,
    'generated', case when a.attgenerated <> '' then jsonb_build_object(
      'kind', case a.attgenerated when 'v' then 'virtual' else 'stored' end,
      'expression', pg_get_expr(d.adbin, d.adrelid)
    ) end,
    'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
    'storage', case when a.attstorage <> t.typstorage then
      case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
    end,
    'compression', case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end,
    -- -1 up to PostgreSQL 16, null from 17 on.
    'statistics', nullif(a.attstattarget, -1),
    -- Some builds of PostgreSQL 17 stamp a version of their own on each column, which nobody set and which differs from database to database.
    'options', array(select o from unnest(a.attoptions) o where o not like 'pg\_attver=%' order by o collate "C"),
    'foreignOptions', array(select o from unnest(a.attfdwoptions) o order by o collate "C")
  ) as properties
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join parents on parents.inhrelid = c.oid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'f', 'v', 'm')
  and a.attnum > 0
  and not a.attisdropped
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
