-- Operator families with the operators and functions in them.
select
  'operator family' as kind,
  array[n.nspname, f.opfname]::text[] as path,
  ' using ' || am.amname as signature,
  format('pg_opfamily/%s/0', f.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(f.opfowner)::text as owner,
  jsonb_build_object(
    'operators', array(
      select format('%s %s%s', o.amopstrategy, o.amopopr::regoperator, case when o.amoppurpose = 'o' then ' for order by' end) collate "C"
      from pg_amop o where o.amopfamily = f.oid order by 1
    ),
    'functions', array(
      select format(
        '%s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, null), format_type(p.amprocrighttype, null), p.amproc::regprocedure
      ) collate "C"
      from pg_amproc p where p.amprocfamily = f.oid order by 1
    )
  ) as properties
from pg_opfamily f
join pg_am am on am.oid = f.opfmethod
join pg_namespace n on n.oid = f.opfnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_opfamily'::regclass and d.objid = f.oid and d.deptype = 'e')
