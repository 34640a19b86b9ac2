-- Sequences that give a column its values, where it has any, and whether both can be read quickly: by an index that begins with the column.
select
  n.nspname::text as schema,
  c.relname::text as name,
  tn.nspname::text as table_schema,
  t.relname::text as table_name,
  a.attname::text as column_name,
  s.seqincrement > 0 as rises,
  (own.deptype = 'i') as is_identity,
  exists (
    select from pg_catalog.pg_index i
    join pg_catalog.pg_class ic on ic.oid = i.indexrelid
    join pg_catalog.pg_am m on m.oid = ic.relam
    where i.indrelid = t.oid and i.indisvalid and i.indpred is null and i.indkey[0] = a.attnum and m.amname = 'btree'
  ) as is_indexed,
  pg_catalog.has_sequence_privilege(c.oid, 'SELECT') and pg_catalog.has_column_privilege(t.oid, a.attnum, 'SELECT') as is_readable
from pg_catalog.pg_sequence s
join pg_catalog.pg_class c on c.oid = s.seqrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_depend own on own.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and own.objid = c.oid and own.objsubid = 0
  and own.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and own.refobjsubid > 0 and own.deptype in ('a', 'i')
join pg_catalog.pg_class t on t.oid = own.refobjid and t.relkind in ('r', 'p')
join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = own.refobjsubid
where not s.seqcycle
  and (t.relhassubclass or pg_catalog.pg_relation_size(t.oid) > 0)
  and a.atttypid in ('int2'::pg_catalog.regtype, 'int4'::pg_catalog.regtype, 'int8'::pg_catalog.regtype)
  and n.nspname <> all ($1::text[])
  and not exists (
    select from pg_catalog.pg_depend e
    where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = t.oid and e.deptype = 'e'
  )
order by 1, 2
