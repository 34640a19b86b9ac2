-- Text search configurations with the dictionaries of each kind of token.
select
  'text search configuration' as kind,
  array[n.nspname, c.cfgname]::text[] as path,
  null as signature,
  format('pg_ts_config/%s/0', c.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(c.cfgowner)::text as owner,
  jsonb_build_object(
    'parser', (
      select format('%I.%I', pn.nspname, p.prsname) from pg_ts_parser p join pg_namespace pn on pn.oid = p.prsnamespace where p.oid = c.cfgparser
    ),
    'mappings', array(
      select format(
        '%s: %s',
        (select token.alias from ts_token_type(c.cfgparser) token where token.tokid = m.maptokentype),
        string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno)
      ) collate "C"
      from pg_ts_config_map m where m.mapcfg = c.oid group by m.maptokentype order by 1
    )
  ) as properties
from pg_ts_config c
join pg_namespace n on n.oid = c.cfgnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_ts_config'::regclass and d.objid = c.oid and d.deptype = 'e')
