alter table library.books validate constraint books_author_id_fkey;
