/* Insights whose meaning is nearest to that of another, by cosine distance. The inner select runs once, so that the HNSW index gives
   the order. */
/* @name SimilarInsights */
select
  i.id,
  i.passage_reference,
  i.theological_significance,
  i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!) as "distance!"
from verse.saved_insights i
where i.id <> :insightId!
  and i.embedding is not null
  and exists (select from verse.saved_insights where id = :insightId! and embedding is not null)
order by i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!)
limit :limit!;
