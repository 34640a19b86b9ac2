/* A reader's shelf, last added first, with the review and the seven-dimension rating when there are any. Without a status, all of it. */
/* @name UserShelf */
select
  b.id as book_id,
  b.title,
  b.author,
  ub.status,
  ub.rating,
  ub.date_added,
  ub.date_finished,
  r.review_text as "review_text?",
  m.plot_quality as "plot_quality?",
  m.prose_style as "prose_style?"
from shelf.user_books ub
join shelf.books b on b.id = ub.book_id
left join shelf.reviews r on r.user_id = ub.user_id and r.book_id = ub.book_id
left join shelf.multi_dimensional_ratings m on m.user_id = ub.user_id and m.book_id = ub.book_id
where ub.user_id = :userId!
  and (:status::text is null or ub.status = :status)
order by ub.date_added desc, b.id;
