-- What belongs to this database and not to what is in it. The columns of a locale have other names from one major version to the next.
select
  pg_catalog.pg_get_userbyid(database.datdba)::text as owner,
  pg_catalog.pg_encoding_to_char(database.encoding)::text as encoding,
  database.datcollate::text as "collate",
  database.datctype::text as ctype,
  case database.datlocprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end as provider,
  coalesce(own.property ->> 'datlocale', own.property ->> 'daticulocale') as locale,
  own.property ->> 'daticurules' as rules,
  tablespace.spcname::text as tablespace,
  database.datconnlimit as connection_limit,
  database.datistemplate as is_template,
  pg_catalog.shobj_description(database.oid, 'pg_database') as comment,
  coalesce((
    select (template.encoding, template.datcollate, template.datctype, template.datlocprovider)
        = (database.encoding, database.datcollate, database.datctype, database.datlocprovider)
      and (other.property -> 'datlocale', other.property -> 'daticulocale', other.property -> 'daticurules')
        is not distinct from (own.property -> 'datlocale', own.property -> 'daticulocale', own.property -> 'daticurules')
    from pg_catalog.pg_database as template
    cross join lateral pg_catalog.to_jsonb(template) as other(property)
    where template.datname = 'template1'
  ), true) as like_template1,
  (
    select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
      'role', case when granted.grantee = 0 then null else pg_catalog.pg_get_userbyid(granted.grantee) end,
      'privilege', granted.privilege_type,
      'grantable', granted.is_grantable
    ))
    from pg_catalog.aclexplode(database.datacl) as granted
  ) as grants,
  (
    select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
      'role', case when stored.setrole = 0 then null else pg_catalog.pg_get_userbyid(stored.setrole) end,
      'name', split_part(setting, '=', 1),
      'value', substr(setting, strpos(setting, '=') + 1)
    ))
    from pg_catalog.pg_db_role_setting as stored, unnest(stored.setconfig) as setting
    where stored.setdatabase = database.oid
  ) as settings
from pg_catalog.pg_database as database
join pg_catalog.pg_tablespace as tablespace on tablespace.oid = database.dattablespace
cross join lateral pg_catalog.to_jsonb(database) as own(property)
where database.datname = pg_catalog.current_database()
