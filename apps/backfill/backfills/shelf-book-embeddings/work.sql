/* A description that was edited while the model was at work stays without an embedding, and is done again. */
/* @name Work */
update shelf.books as book
set description_embedding = embedded.embedding
from pg_temp.embedded_books as embedded
where embedded.id = book.id
  and embedded.source_hash = encode(sha256(convert_to(book.description, 'UTF8')), 'hex');
