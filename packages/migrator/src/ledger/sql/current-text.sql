select content
from graphile_migrate.current
where filename operator(pg_catalog.=) 'current.sql'
