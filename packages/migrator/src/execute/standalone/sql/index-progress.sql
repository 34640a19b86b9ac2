select
  phase,
  (case when blocks_total > 0 then blocks_done when tuples_total > 0 then tuples_done when lockers_total > 0 then lockers_done end)::float8 as done,
  (case when blocks_total > 0 then blocks_total when tuples_total > 0 then tuples_total when lockers_total > 0 then lockers_total end)::float8 as total
from pg_catalog.pg_stat_progress_create_index
where pid = $1
