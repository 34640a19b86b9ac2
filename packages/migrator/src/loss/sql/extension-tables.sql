-- Tables that an extension made, which go with it. $1: its name.
select class.oid::regclass::text as name
from pg_catalog.pg_extension as extension
join pg_catalog.pg_depend as depend on depend.refobjid = extension.oid and depend.refclassid = 'pg_catalog.pg_extension'::regclass
join pg_catalog.pg_class as class on class.oid = depend.objid and depend.classid = 'pg_catalog.pg_class'::regclass
where extension.extname = $1 and depend.deptype = 'e' and class.relkind in ('r', 'p')
order by 1
