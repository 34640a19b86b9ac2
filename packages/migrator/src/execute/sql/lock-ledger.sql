lock table graphile_migrate.migrations in share row exclusive mode
