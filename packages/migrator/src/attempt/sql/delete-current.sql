delete from graphile_migrate.current where filename = 'current.sql'
