--! no-transaction
create index concurrently ix_books_author_id on library.books (author_id);
