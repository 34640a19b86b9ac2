-- As check-head, for a step that goes in beneath others: the one above it still follows what it is to follow.
select
  not exists (select from graphile_migrate.migrations where previous_hash = :'expected_head')
    and exists (select from graphile_migrate.migrations where hash = :'expected_head')
    and exists (
      select from graphile_migrate.migrations where hash = :'next' and previous_hash is not distinct from :'previous_hash'
    ) as expected,
  exists (select from godwit.journal) as unfinished
