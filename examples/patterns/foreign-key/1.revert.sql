--! no-transaction
drop index concurrently library.ix_books_author_id;
