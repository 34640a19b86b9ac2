-- Collations. Some columns have had other names from version to version: the subselect finds its own, or null outside.
select
  'collation' as kind,
  array[n.nspname, c.collname]::text[] as path,
  null as signature,
  format('pg_collation/%s/0', c.oid) as key,
  array[format('pg_namespace/%s/0', n.oid)] as within,
  pg_get_userbyid(c.collowner)::text as owner,
  (
    select jsonb_build_object(
      'provider', case self.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' else 'default' end,
      -- ICU names became language tags in PostgreSQL 16: de_DE and de-DE are one.
      'locale', case self.collprovider
        when 'i' then replace(coalesce(colllocale, colliculocale, self.collcollate), '_', '-')
        when 'b' then colllocale
        else self.collcollate
      end,
      'characterType', case when self.collprovider = 'c' then self.collctype end,
      'deterministic', self.collisdeterministic,
      'rules', collicurules
    )
    from pg_collation self where self.oid = c.oid
  ) as properties
from pg_collation c
cross join (values (null::text, null::text, null::text)) as other_versions (colllocale, colliculocale, collicurules)
join pg_namespace n on n.oid = c.collnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_collation'::regclass and d.objid = c.oid and d.deptype = 'e')
