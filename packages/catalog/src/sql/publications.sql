-- Publications. Only members in the catalog's schemas are listed.
select
  'publication' as kind,
  array[p.pubname]::text[] as path,
  null as signature,
  format('pg_publication/%s/0', p.oid) as key,
  '{}'::text[] as within,
  pg_get_userbyid(p.pubowner)::text as owner,
  jsonb_build_object(
    'allTables', p.puballtables,
    'publishes', array_remove(array[
      case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
      case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end
    ], null),
    'viaRoot', p.pubviaroot,
    'tables', array(
      select concat(
        r.prrelid::regclass,
        ' (' || (
          select string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C")
          from unnest(r.prattrs) as key (attnum) join pg_attribute a on a.attrelid = r.prrelid and a.attnum = key.attnum
        ) || ')',
        ' where ' || pg_get_expr(r.prqual, r.prrelid)
      ) collate "C"
      from pg_publication_rel r join pg_class c on c.oid = r.prrelid
      where r.prpubid = p.oid and c.relnamespace = any ($1::oid[])
      order by 1
    ),
    'schemas', array(
      select n.nspname::text collate "C" from pg_publication_namespace s join pg_namespace n on n.oid = s.pnnspid
      where s.pnpubid = p.oid and n.oid = any ($1::oid[])
      order by 1
    )
  ) as properties
from pg_publication p
where not exists (select from pg_depend d where d.classid = 'pg_publication'::regclass and d.objid = p.oid and d.deptype = 'e')
