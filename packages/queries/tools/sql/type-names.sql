-- The names of types, as `regtype` writes them: `integer`, `numeric[]`.
select o.oid::int8 as oid, o.oid::regtype::text as type
from unnest($1::oid[]) as o (oid)
