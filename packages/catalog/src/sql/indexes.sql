-- Indexes, also those that serve a constraint.
select
  'index' as kind,
  array[n.nspname, ic.relname]::text[] as path,
  null as signature,
  format('pg_class/%s/0', i.indexrelid) as key,
  array[format('pg_class/%s/0', i.indrelid)]
    || case when h.inhparent is not null then array[format('pg_class/%s/0', h.inhparent)] else '{}' end
    || case when k.oid is not null then array[format('pg_constraint/%s/0', k.oid)] else '{}' end as within,
  null as owner,
  jsonb_build_object(
    'table', i.indrelid::regclass::text,
    'definition', pg_get_indexdef(i.indexrelid),
    'method', am.amname,
    'unique', i.indisunique,
    'nullsNotDistinct', i.indnullsnotdistinct,
    'keys', array(
      select concat(
        pg_get_indexdef(i.indexrelid, place, false),
        case when i.indcollation[place - 1] not in (0, a.attcollation_of_key) then ' collate ' || i.indcollation[place - 1]::regcollation end,
        ' ' || case when oc.opcnamespace = 'pg_catalog'::regnamespace then quote_ident(oc.opcname)
          else format('%I.%I', ocn.nspname, oc.opcname) end,
        '(' || array_to_string(a.attoptions, ', ') || ')',
        case when i.indoption[place - 1] & 1 = 1 then ' desc' end,
        case i.indoption[place - 1] & 3 when 1 then ' nulls last' when 2 then ' nulls first' end
      )
      from generate_series(1, i.indnkeyatts) as place
      join lateral (
        select ia.attoptions, coalesce(ta.attcollation, ty.typcollation) as attcollation_of_key
        from pg_attribute ia
        join pg_type ty on ty.oid = ia.atttypid
        left join pg_attribute ta on ta.attrelid = i.indrelid and ta.attnum = i.indkey[place - 1] and ta.attnum > 0
        where ia.attrelid = i.indexrelid and ia.attnum = place
      ) a on true
      join pg_opclass oc on oc.oid = i.indclass[place - 1]
      join pg_namespace ocn on ocn.oid = oc.opcnamespace
      order by place
    ),
    'include', array(
      select pg_get_indexdef(i.indexrelid, place, false) from generate_series(i.indnkeyatts + 1, i.indnatts) as place order by place
    ),
    'predicate', pg_get_expr(i.indpred, i.indrelid),
    'options', array(select o from unnest(ic.reloptions) o order by o collate "C"),
    'tablespace', (select t.spcname from pg_tablespace t where t.oid = ic.reltablespace),
    'statistics', array(
      select format('%s of key %s', a.attstattarget, a.attnum)
      from pg_attribute a
      where a.attrelid = i.indexrelid and nullif(a.attstattarget, -1) is not null
      order by a.attnum
    ),
    'constraint', k.conname,
    'valid', i.indisvalid,
    'ready', i.indisready,
    'clustered', i.indisclustered
  ) as properties
from pg_index i
join pg_class ic on ic.oid = i.indexrelid
join pg_am am on am.oid = ic.relam
join pg_namespace n on n.oid = ic.relnamespace
left join pg_inherits h on h.inhrelid = i.indexrelid
left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = i.indrelid and e.deptype = 'e')
