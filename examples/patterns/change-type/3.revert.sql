alter table library.books add constraint books_pages_count_not_null check (pages_count is not null) not valid;

alter table library.books alter column pages_count drop not null;
