delete from graphile_migrate.migrations where hash = :'hash';
delete from godwit.revision where hash = :'hash';
delete from godwit.catalog where revision_hash = :'hash'
