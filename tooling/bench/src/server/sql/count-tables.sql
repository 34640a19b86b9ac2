select count(*)::int as count
from pg_class
where relkind = 'r' and relnamespace = 'public'::regnamespace and starts_with(relname, $1)
