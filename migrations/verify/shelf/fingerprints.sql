-- The fingerprint of a book is what its ratings say, and marks tell which fingerprints are out of date.

--! Check: a fingerprint averages what was rated
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.users (id, username, email, password_hash)
select -n, 'checked reader ' || n, n || '@checked.example.org', '' from generate_series(1, 3) as n;
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace, complexity)
values (-1, -1, -1, 5, null), (-2, -2, -1, 4, 1), (-3, -3, -1, null, null);
select name, expected, found
from shelf.calculated_fingerprints
cross join lateral (
  values
    ('avg_pace', '4.5', avg_pace::text),
    ('avg_emotional_impact', null, avg_emotional_impact::text),
    ('avg_complexity', '1', avg_complexity::text),
    ('star_equivalent', '2.75', star_equivalent::text),
    ('total_ratings', '3', total_ratings::text),
    ('fingerprint_vector', '[4.5,3,1,3,3,3,3]', fingerprint_vector::text)
) as properties (name, expected, found)
where book_id = -1;

--! Check: a book of empty ratings has no star equivalent
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id)
values (-1, -1, -1);
select null as expected, star_equivalent as found from shelf.calculated_fingerprints where book_id = -1;

--! Check: a recalculation writes what the ratings say, and takes the marks away
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', ''), (-2, 'another checked reader', 'two@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace, originality)
values (-1, -1, -1, 5, 2), (-2, -2, -1, 4, null);
select shelf.recalculate_fingerprints(array[-1]);
select 'pace 4.5, originality 2, stars 3.25 of 2 ratings, [4.5,3,3,3,3,3,2], 0 marks' as expected,
  format(
    'pace %s, originality %s, stars %s of %s ratings, %s, %s marks',
    avg_pace, avg_originality, star_equivalent, total_ratings, fingerprint_vector,
    (select count(*) from shelf.stale_fingerprints where book_id = -1)
  ) as found
from shelf.books
left join shelf.book_fingerprints on book_id = id
where id = -1;

--! Check: a second recalculation writes over the first
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace)
values (-1, -1, -1, 5);
select shelf.recalculate_fingerprints(array[-1]);
update shelf.multi_dimensional_ratings set pace = 1 where id = -1;
select shelf.recalculate_fingerprints(array[-1]);
select 1 as expected, avg_pace as found from shelf.books left join shelf.book_fingerprints on book_id = id where id = -1;

--! Check: a book whose ratings are gone loses its fingerprint
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.book_fingerprints (book_id, star_equivalent, total_ratings)
values (-1, 3, 1);
select shelf.recalculate_fingerprints(array[-1]);
select 0 as expected, count(*) as found from shelf.book_fingerprints where book_id = -1;

--! Check: fingerprints equal a recalculation from the ratings
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
--! Needs: shelf.multi_dimensional_ratings
-- By the definition, and not by the view that the recalculation reads.
create temporary table asked as select distinct book_id from shelf.multi_dimensional_ratings order by book_id limit 100;
select shelf.recalculate_fingerprints(array(select book_id from asked));
with averages as (
  select book_id, dimension, place, avg(rating)::double precision as average
  from shelf.multi_dimensional_ratings
  join asked using (book_id)
  cross join lateral unnest(
    array['pace', 'emotional_impact', 'complexity', 'character_development', 'plot_quality', 'prose_style', 'originality'],
    array[pace, emotional_impact, complexity, character_development, plot_quality, prose_style, originality]
  ) with ordinality as ratings (dimension, rating, place)
  group by book_id, dimension, place
),
calculated as (
  select
    book_id,
    jsonb_object_agg('avg_' || dimension, average) as averages,
    array_agg(coalesce(average, 3) order by place)::public.vector(7) as fingerprint_vector,
    avg(average) as star_equivalent
  from averages
  group by book_id
)
select
  book_id,
  (averages, round(calculated.star_equivalent::numeric, 9), calculated.fingerprint_vector)::text as expected,
  (to_jsonb(fingerprint) - '{book_id,star_equivalent,total_ratings,updated_at,fingerprint_vector}'::text[],
    round(fingerprint.star_equivalent::numeric, 9), fingerprint.fingerprint_vector)::text as found
from calculated
left join shelf.book_fingerprints as fingerprint using (book_id);

--! Check: each statement that changes ratings marks their books
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.users (id, username, email, password_hash)
values (-1, 'a checked reader', 'one@checked.example.org', '');
insert into shelf.books (id, title, author)
select -n, '', '' from generate_series(1, 4) as n;
insert into shelf.multi_dimensional_ratings (id, user_id, book_id, pace)
select -n, -1, -n, 3 from generate_series(1, 3) as n;
create temporary table inserted as select book_id from shelf.stale_fingerprints where book_id < 0;
delete from shelf.stale_fingerprints where book_id < 0;
update shelf.multi_dimensional_ratings set pace = 4 where id = -1;
update shelf.multi_dimensional_ratings set book_id = -4 where id = -2;
create temporary table updated as select book_id from shelf.stale_fingerprints where book_id < 0;
delete from shelf.stale_fingerprints where book_id < 0;
delete from shelf.multi_dimensional_ratings where id = -3;
create temporary table deleted as select book_id from shelf.stale_fingerprints where book_id < 0;
select 'insert' as statement, '-3, -2, -1' as expected, string_agg(book_id::text, ', ' order by book_id) as found from inserted
union all
select 'update', '-4, -2, -1', string_agg(book_id::text, ', ' order by book_id) from updated
union all
select 'delete', '-3', string_agg(book_id::text, ', ' order by book_id) from deleted;

--! Check: a truncate of the ratings marks each fingerprint
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.books (id, title, author)
values (-1, '', '');
insert into shelf.book_fingerprints (book_id, total_ratings)
values (-1, 1);
delete from shelf.stale_fingerprints;
truncate shelf.multi_dimensional_ratings;
select book_id, 1 as expected, count(mark) as found
from shelf.book_fingerprints
left join shelf.stale_fingerprints using (book_id)
group by book_id;

--! Check: a mark gets its number from the server alone
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
--! Raises: 428C9
insert into shelf.stale_fingerprints (book_id, mark)
values (-1, -1);

--! Check: marks of a book that is gone stay
--! From: 000040-remember-which-fingerprints-of-shelf-are-stale
insert into shelf.stale_fingerprints (book_id, mark)
overriding system value
values (-1, -1);
select 1 as expected, count(*) as found from shelf.stale_fingerprints where book_id = -1;
