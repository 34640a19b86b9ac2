/* Marked books, but for those of this very transaction: what has been rated meanwhile is for the next. Then rated ones without a fingerprint. */
/* @name Remaining */
(
  select distinct mark.book_id as id
  from shelf.stale_fingerprints as mark
  where not exists (
    select from shelf.book_fingerprints as fingerprint where fingerprint.book_id = mark.book_id and fingerprint.updated_at = now()
  )
)
union all
(
  select book.id
  from shelf.books as book
  -- One look into an index each; a join might read all ratings.
  cross join lateral (select from shelf.multi_dimensional_ratings as rating where rating.book_id = book.id limit 1) as rated
  where not exists (select from shelf.book_fingerprints as fingerprint where fingerprint.book_id = book.id)
    and not exists (select from shelf.stale_fingerprints as mark where mark.book_id = book.id)
)
limit :n!;
