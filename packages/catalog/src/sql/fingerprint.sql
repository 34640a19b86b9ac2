-- How many objects there are, and the sum of their hashes. The words in capitals stand for the queries of these names.
with object as (OBJECTS),
comment as (COMMENTS),
granted as (GRANTS)
select
  count(*)::text as objects,
  coalesce(sum(hashtextextended(jsonb_build_array(
    object.kind, object.path, object.signature, object.owner, object.properties, comment.comment,
    array(select line from unnest(granted.grants) as line order by line collate "C")
  )::text, 0)), 0)::text as hash
from object
left join comment on comment.key = object.key
left join granted on granted.key = object.key
