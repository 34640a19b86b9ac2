drop view library.books;

alter table library.books_by_new_name rename column blurb to summary;

alter table library.books_by_new_name rename to books;
