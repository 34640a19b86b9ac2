/* Gaps of a series that nothing has filled, in order. The title is unknown for some. */
/* @name MissingBooksOfSeries */
select s.name as series, m.series_position, m.title, m.reported_at
from mam.missing_books m
join mam.series s on s.id = m.series_id
where m.series_id = :seriesId! and m.resolved_book_id is null
order by m.series_position;

/* Series that are not complete, nearest to completion first. */
/* @name IncompleteSeries */
select s.id, s.name, a.name as "author?", s.owned_books, s.total_books, s.completion_pct
from mam.series s
left join mam.authors a on a.id = s.author_id
where s.completion_status = 'partial'
order by s.completion_pct desc, s.id
limit :limit!;
