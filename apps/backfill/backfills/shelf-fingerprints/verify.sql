/* To the last digit. A marked book is known to be stale. */
/* @name Verify */
select book_id as id, expected::text as expected, actual::text as actual
from (select * from shelf.calculated_fingerprints where book_id between :from! and :to!) as expected
full join (
  select
    book_id, avg_pace, avg_emotional_impact, avg_complexity, avg_character_development, avg_plot_quality, avg_prose_style, avg_originality,
    star_equivalent, total_ratings, fingerprint_vector
  from shelf.book_fingerprints
  where book_id between :from! and :to!
) as actual using (book_id)
where expected is distinct from actual
  and not exists (select from shelf.stale_fingerprints as mark where mark.book_id = coalesce(expected.book_id, actual.book_id));
