drop trigger set_updated_at on library.books;

drop function library.set_updated_at();
