-- Under the lock on the ledger: whether it stands where the step expects it, and whether a step of another run is unfinished.
select
  case
    when :'expected_head'::text is null then not exists (select from graphile_migrate.migrations)
    else exists (select from graphile_migrate.migrations where hash = :'expected_head')
      and not exists (select from graphile_migrate.migrations where previous_hash = :'expected_head')
  end as expected,
  exists (select from godwit.journal) as unfinished
