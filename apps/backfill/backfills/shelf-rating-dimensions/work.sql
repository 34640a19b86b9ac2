/* The stars stand for every dimension. What a reader has said in seven dimensions is not touched. */
/* @name Work */
insert into shelf.multi_dimensional_ratings
  (user_id, book_id, pace, emotional_impact, complexity, character_development, plot_quality, prose_style, originality, created_at)
select user_id, book_id, rating, rating, rating, rating, rating, rating, rating, date_added
from shelf.user_books
where id between :from! and :to!
  and rating is not null
on conflict do nothing;
