/* @name Work */
update shelf.user_books as entry
set rating = null
where entry.id between :from! and :to!
  and entry.rating is not null
  and exists (
    select from shelf.multi_dimensional_ratings as opinion where opinion.user_id = entry.user_id and opinion.book_id = entry.book_id
  );
