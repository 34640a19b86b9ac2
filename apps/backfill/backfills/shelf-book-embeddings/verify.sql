/* @name Verify */
select id, 'an embedding' as expected, null as actual
from shelf.books
where id between :from! and :to!
  and btrim(description) <> ''
  and description_embedding is null;
