/* @name Remaining */
select entry.id
from shelf.user_books as entry
where entry.rating is not null
  and not exists (
    select from shelf.multi_dimensional_ratings as opinion where opinion.user_id = entry.user_id and opinion.book_id = entry.book_id
  )
limit :n!;
