pg_catalog.jsonb_build_object(
  'record', pg_catalog.jsonb_build_object(
    'hash', :'hash', 'number', :'number'::bigint, 'name', :'name', 'ledgerName', :'ledger_name', 'message', nullif(:'message', ''),
    'revert', case :'revert_kind'
      when 'sql' then pg_catalog.jsonb_build_object(
        'kind', 'sql', 'hash', :'revert_hash', 'body', :'revert_body', 'transactional', nullif(:'revert_transactional', '')::boolean
      )
      when 'irreversible' then pg_catalog.jsonb_build_object('kind', 'irreversible', 'reason', :'revert_reason')
    end
  ),
  'above', :'above'::jsonb,
  'indexes', case :'work'
    when 'create index' then (
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(before)), '[]') from (
        -- :of_table
      ) as before
    )
    when 'reindex' then (
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(before)), '[]') from (
        -- :left_over
      ) as before
    )
    else '[]'
  end
)
