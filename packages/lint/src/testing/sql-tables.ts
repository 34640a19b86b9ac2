/** What a server's catalog holds of what a `Schema` knows, a row a table. */
export const TABLES_OF_SERVER = `
select
  n.nspname as schema,
  c.relname as name,
  c.relkind::text as kind,
  c.relrowsecurity as "rowSecurity",
  (select p.inhparent::regclass::text from pg_inherits p where p.inhrelid = c.oid and c.relispartition) as "partitionOf",
  array(
    select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || case when a.atthasdef or a.attidentity <> '' then ' default' else '' end
    from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    order by a.attnum
  ) as columns,
  array(
    select con.conname || ' ' || con.contype::text || case when con.convalidated then '' else ' not valid' end
    from pg_constraint con
    where con.conrelid = c.oid and con.contype in ('c', 'f', 'u', 'p', 'x')
    order by con.conname collate "C"
  ) as constraints,
  array(
    select i.relname || case when x.indisunique then ' unique' else '' end || case when x.indpred is null then '' else ' partial' end
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = c.oid
    order by i.relname collate "C"
  ) as indexes
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by n.nspname collate "C", c.relname collate "C"`;
