-- As the server estimates; of a table that was never analyzed, by its size.
select (case when reltuples > 0 then reltuples else pg_relation_size(oid) / 100 end)::float8 as rows
from pg_class where oid = to_regclass(format('%I.%I', $1::text, $2::text))
