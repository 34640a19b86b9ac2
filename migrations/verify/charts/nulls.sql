-- Columns that must have a value, by leaving it out.

--! Check: a value is demanded where there must be one
--! From: 000012-create-chord-chart-tables
-- Each row holds what its table demands. It is inserted once without each of its columns, which the server has to miss. Tables and columns
-- that are not there yet are left out; columns.sql says that none is missing.
create function pg_temp.missed(relation text, incomplete jsonb)
  returns text
  language plpgsql
as $$
declare
  missed text;
begin
  execute format('insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, $1)', relation) using incomplete;
  return null;
exception
  when integrity_constraint_violation then
    get stacked diagnostics missed = column_name;
    return missed;
end;
$$;

select relation, attname as expected, pg_temp.missed(relation, complete - attname::text) as found
from (
  values
    ('charts.chord_charts', '{"id": 0, "title": "", "guild_id": 0}'),
    ('charts.generation_history',
      '{"id": 0, "chart_id": 0, "model_used": "", "prompt_tokens": 0, "completion_tokens": 0, "latency_ms": 0,
       "cost_usd": 0}')
) as demand (relation, demanded)
cross join lateral (select demanded::jsonb as complete) as json
join pg_attribute on attrelid = to_regclass(relation) and complete ? attname::text;
