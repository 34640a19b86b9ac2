/* @name Verify */
select entry.id, 'no stars' as expected, entry.rating as actual
from shelf.user_books as entry
join shelf.multi_dimensional_ratings as opinion on opinion.user_id = entry.user_id and opinion.book_id = entry.book_id
where entry.id between :from! and :to!
  and entry.rating is not null;
