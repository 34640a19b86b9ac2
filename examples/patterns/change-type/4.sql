-- Contract: nobody reads or writes the old column any more.
drop trigger keep_pages_in_step on library.books;

drop function library.keep_pages_in_step();

alter table library.books drop column pages;
