/* Failed downloads whose time to try again has come, longest due first. Uses ix_downloads_retry. */
/* @name NextDownloadsToRetry */
select d.id, b.title, d.release_title, d.attempts, d.next_retry_at, d.error_message, d.size_bytes
from mam.downloads d
join mam.books b on b.id = d.book_id
where d.status = 'failed' and d.next_retry_at <= :asOf! and d.attempts < :maxAttempts!
order by d.next_retry_at, d.id
limit :limit!;
