/* @name Remaining */
select entry.id
from shelf.user_books as entry
join shelf.multi_dimensional_ratings as opinion on opinion.user_id = entry.user_id and opinion.book_id = entry.book_id
where entry.rating is not null
limit :n!;
