/* A reader's own opinion may say anything; there has to be one. */
/* @name Verify */
select entry.id, format('%s in seven dimensions', entry.rating) as expected, null as actual
from shelf.user_books as entry
where entry.id between :from! and :to!
  and entry.rating is not null
  and not exists (
    select from shelf.multi_dimensional_ratings as opinion where opinion.user_id = entry.user_id and opinion.book_id = entry.book_id
  );
