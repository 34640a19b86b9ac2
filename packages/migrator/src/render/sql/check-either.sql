select expected, unfinished from (
  -- :head
) as at_head where current_setting('godwit.next') = ''
union all
select expected, unfinished from (
  -- :insertion
) as beneath where current_setting('godwit.next') <> ''
