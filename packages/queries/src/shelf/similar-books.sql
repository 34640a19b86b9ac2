/* Nearest descriptions by cosine distance: 0 is the same direction, 1 has nothing in common. The inner select runs once, so that
   idx_book_embedding gives the order. A book whose description was not embedded has no neighbours. */
/* @name SimilarBooksByDescription */
select
  b.id,
  b.title,
  b.author,
  b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!) as "distance!"
from shelf.books b
where b.id <> :bookId!
  and b.description_embedding is not null
  and exists (select from shelf.books where id = :bookId! and description_embedding is not null)
order by b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!)
limit :limit!;

/* Nearest fingerprints: books that readers rated alike in the seven dimensions, whatever they are about. */
/* @name SimilarBooksByFingerprint */
select
  b.id,
  b.title,
  b.author,
  f.star_equivalent,
  f.total_ratings,
  f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!) as "distance!"
from shelf.book_fingerprints f
join shelf.books b on b.id = f.book_id
where f.book_id <> :bookId!
  and f.fingerprint_vector is not null
  and exists (select from shelf.book_fingerprints where book_id = :bookId! and fingerprint_vector is not null)
order by f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!)
limit :limit!;

/* For a text that is no book's description: the caller embeds it. */
/* @name BooksNearVector */
select b.id, b.title, b.author, b.description_embedding <=> :embedding!::vector as "distance!"
from shelf.books b
where b.description_embedding is not null
order by b.description_embedding <=> :embedding!::vector
limit :limit!;
