-- The view answers to both names; both are the same column of the table behind it.
alter table library.books rename to books_by_new_name;

alter table library.books_by_new_name rename column summary to blurb;

create view library.books as
select id, title, author_id, pages, blurb as summary, updated_at, blurb from library.books_by_new_name;
