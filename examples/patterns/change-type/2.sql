-- For new rows from now on; the old ones are looked at by the next revision.
alter table library.books add constraint books_pages_count_not_null check (pages_count is not null) not valid;
