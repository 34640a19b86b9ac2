/* Books whose metadata contain a document, such as {"audio": {"codec": "opus"}}. Uses idx_books_metadata_gin. */
/* @name BooksByMetadata */
select b.id, b.title, b.published_year, b.metadata, s.name as "series?", b.series_position
from mam.books b
left join mam.series s on s.id = b.series_id
where b.metadata @> :metadata!
order by b.title, b.id
limit :limit!;

/* Who reads a book, most certain first. */
/* @name NarratorsOfBook */
select n.id, n.name, bn.confidence, bn.source
from mam.book_narrators bn
join mam.narrators n on n.id = bn.narrator_id
where bn.book_id = :bookId!
order by bn.confidence desc, n.name;
