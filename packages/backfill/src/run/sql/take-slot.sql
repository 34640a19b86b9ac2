-- One of the places for a worker, if one is free: the session holds it until it ends. $1: the number space of slots, $2: the run, $3: how many.
select slot::int4 as slot from generate_series(1, $3::int4) as slot where pg_try_advisory_lock($1::int4 + slot, $2::int4) limit 1
