alter table library.books drop constraint books_pages_count_not_null;
