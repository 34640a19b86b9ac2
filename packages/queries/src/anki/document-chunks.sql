/* Passages of a user's documents nearest to a text, which the caller embeds, with the tags of their decks. With a tag, only decks that
   carry it. */
/* @name NearestDocumentChunks */
select
  d.name as deck,
  c.position,
  c.content,
  c.embedding <=> :embedding!::vector as "distance!",
  array(
    select t.name::text from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id order by t.name
  ) as "tags!"
from anki.document_chunks c
join anki.decks d on d.id = c.deck_id
where d.user_id = :userId!
  and c.embedding is not null
  and (
    :tag::text is null
    or exists (select from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id and t.name = :tag)
  )
order by c.embedding <=> :embedding!::vector
limit :limit!;
