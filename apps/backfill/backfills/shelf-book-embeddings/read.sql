/* A description of blanks has no meaning to embed. */
/* @name Read */
select id, description as "text!", encode(sha256(convert_to(description, 'UTF8')), 'hex') as "source_hash!"
from shelf.books
where id between :from! and :to!
  and btrim(description) <> ''
  and description_embedding is null;
