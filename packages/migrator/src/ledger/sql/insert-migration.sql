insert into graphile_migrate.migrations (hash, previous_hash, filename)
values (:'hash', :'previous_hash', :'ledger_name')
