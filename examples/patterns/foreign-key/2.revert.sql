alter table library.books drop constraint books_author_id_fkey;
