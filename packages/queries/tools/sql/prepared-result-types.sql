-- Types of the columns that a prepared statement returns; no row before PostgreSQL 16, which does not tell them.
select result.position::int4, result.type
from pg_prepared_statements p
cross join lateral jsonb_array_elements_text(coalesce(to_jsonb(p) -> 'result_types', '[]')) with ordinality as result (type, position)
where p.name = $1
order by result.position
