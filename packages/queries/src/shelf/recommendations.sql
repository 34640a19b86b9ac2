/* Books that a reader does not have yet, nearest to the mean fingerprint of those that the reader rated with four stars or more.
   Empty for a reader without such a rating. */
/* @name RecommendationCandidates */
with taste as materialized (
  select avg(f.fingerprint_vector) as vector
  from shelf.user_books ub
  join shelf.book_fingerprints f on f.book_id = ub.book_id
  where ub.user_id = :userId! and ub.rating >= 4
)
select b.id, b.title, b.author, f.star_equivalent, f.fingerprint_vector <=> (select vector from taste) as "distance!"
from shelf.book_fingerprints f
join shelf.books b on b.id = f.book_id
where f.fingerprint_vector is not null
  and exists (select from taste where vector is not null)
  and not exists (select from shelf.user_books ub where ub.user_id = :userId! and ub.book_id = f.book_id)
order by f.fingerprint_vector <=> (select vector from taste)
limit :limit!;
