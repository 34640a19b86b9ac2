-- Tables whose partition key needs a function, an operator class or a language of that name ($1): CASCADE takes the whole table with it.
select class.oid::regclass::text as name
from pg_catalog.pg_partitioned_table as part
join pg_catalog.pg_class as class on class.oid = part.partrelid
join pg_catalog.pg_depend as depend on depend.objid = class.oid and depend.classid = 'pg_catalog.pg_class'::regclass and depend.objsubid = 0
left join pg_catalog.pg_proc as proc on depend.refclassid = 'pg_catalog.pg_proc'::regclass and proc.oid = depend.refobjid
left join pg_catalog.pg_language as language on language.oid = proc.prolang
left join pg_catalog.pg_opclass as opclass on depend.refclassid = 'pg_catalog.pg_opclass'::regclass and opclass.oid = depend.refobjid
left join pg_catalog.pg_opfamily as family on family.oid = opclass.opcfamily
where $1 in (proc.proname, language.lanname, opclass.opcname, family.opfname)
order by 1
