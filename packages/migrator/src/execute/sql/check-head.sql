-- Under the lock on the ledger: whether it stands where the step expects it (null is base), and whether a step of another run is unfinished.
select
  not exists (select from graphile_migrate.migrations where previous_hash is not distinct from :'expected_head')
    and (:'expected_head'::text is null or exists (select from graphile_migrate.migrations where hash = :'expected_head')) as expected,
  exists (select from godwit.journal) as unfinished
