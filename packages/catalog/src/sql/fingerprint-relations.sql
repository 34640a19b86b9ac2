-- For each relation of $2 the sum of the hashes of what belongs to it. The words in capitals stand for the queries of these names.
with object as (OBJECTS),
comment as (COMMENTS),
granted as (GRANTS)
select
  split_part(case when object.kind in ('table', 'column', 'view', 'materialized view', 'sequence') then object.key else object.within[1] end, '/', 2)
    as relation,
  sum(hashtextextended(jsonb_build_array(
    object.kind, object.path, object.signature, object.owner, object.properties, comment.comment,
    array(select line from unnest(granted.grants) as line order by line collate "C")
  )::text, 0))::text as hash
from object
left join comment on comment.key = object.key
left join granted on granted.key = object.key
group by 1
