-- What is in a series, and where: 2.5 stands between the second and the third book.

--! Check: a place between two books is kept
--! From: 000007-create-the-mam-schema
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.books (id, title, series_id, series_position)
values
  (-1, 'The third', -1, 3),
  (-2, 'Between the second and the third', -1, 2.5),
  (-3, 'The second', -1, 2);
select 'The second, Between the second and the third, The third' as expected, string_agg(title, ', ' order by series_position) as found
from mam.books
where series_id = -1;

--! Check: a gap between two books is kept
--! From: 000017-record-missing-books-of-a-mam-series
insert into mam.series (id, name)
values (-1, 'a checked series');
insert into mam.missing_books (id, series_id, series_position)
values (-1, -1, 2.5);
select '2.50' as expected, series_position as found from mam.missing_books where id = -1;

--! Check: a title has 512 characters at most
--! From: 000023-increase-title-column-length-of-mam-books
--! Raises: 22001
insert into mam.books (id, title)
values (-1, repeat('a', 513));

--! Check: a title of 512 characters is accepted
--! From: 000023-increase-title-column-length-of-mam-books
insert into mam.books (id, title)
values (-1, repeat('a', 512));
select 512 as expected, length(title) as found from mam.books where id = -1;

--! Check: series of several authors share a name with those of one
--! From: 000007-create-the-mam-schema
insert into mam.authors (id, name)
values (-1, '');
insert into mam.series (id, name, author_id)
values (-1, 'a checked series', -1), (-2, 'a checked series', null);
select 2 as expected, count(*) as found from mam.series where name = 'a checked series';
