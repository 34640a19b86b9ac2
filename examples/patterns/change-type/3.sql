-- VALIDATE reads all rows while everybody works; then SET NOT NULL takes the CHECK for proof and reads none.
alter table library.books validate constraint books_pages_count_not_null;

alter table library.books alter column pages_count set not null;

alter table library.books drop constraint books_pages_count_not_null;
