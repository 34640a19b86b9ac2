(select coalesce(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(before)), '[]') from (
-- :indexes
) as before)
