-- The check of the ledger as a statement that fails when the ledger stands elsewhere, so that what is sent after it is not run. Why it has
-- failed, check-head.sql says.
select (case when head.expected and not head.unfinished then '1' else 'the ledger stands elsewhere' end)::integer
from (
  -- :check
) as head
